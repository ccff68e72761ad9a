package org.ehcexchange.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A real, small PDF of one page, written by hand (ISO 32000-1, 7.5).
///
/// @param title what the message calls it
record Report(String title, byte[] bytes) {

    static Report of(String title, List<String> lines) {
        String page = page(title, lines);
        List<String> objects =
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 5 0 R >> >> >>",
                        "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return new Report(title, file(objects).getBytes(StandardCharsets.US_ASCII));
    }

    String sha256() {
        return HexFormat.of().formatHex(digest("SHA-256"));
    }

    byte[] sha1() {
        return digest("SHA-1");
    }

    private byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page(String title, List<String> lines) {
        StringBuilder page =
                new StringBuilder("BT /F1 16 Tf 60 780 Td (" + escaped(title) + ") Tj");
        page.append(" /F1 11 Tf");
        lines.forEach(line -> page.append(" 0 -24 Td (").append(escaped(line)).append(") Tj"));
        return page.append(" ET").toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private static String file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(file.length());
            file.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> file.append("%010d 00000 n \n".formatted(place)));
        return file.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n")
                .toString();
    }
}
