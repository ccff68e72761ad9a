package org.ehcexchange.agency.education;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Media types and the file endings that stand for them in a partner's folders.
final class Endings {

    static final String MESSAGE = "xml";

    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final Map<String, String> TYPES =
            Map.of(
                    "pdf", "application/pdf",
                    "docx", DOCX,
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "png", "image/png");

    private Endings() {}

    /// `bin` for a type that has none.
    static String of(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case DOCX -> "docx";
            case "image/jpeg" -> "jpg";
            case "image/png" -> "png";
            default -> "bin";
        };
    }

    static boolean isMessage(String fileName) {
        return ending(fileName).equals(MESSAGE);
    }

    static Optional<String> mediaType(String fileName) {
        return Optional.ofNullable(TYPES.get(ending(fileName)));
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
