package org.ehcexchange.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.util.List;

/// What documents may be, and where they are kept.
///
/// @param folder where the bytes are kept, relative to the working directory; several instances
///     share it
/// @param maxSize the largest document taken
/// @param allowedTypes the media types taken, by what the bytes are
@ConfigurationProperties("exchange.documents")
public record DocumentsSettings(
        @DefaultValue("data/documents") Path folder,
        @DefaultValue("100MB") DataSize maxSize,
        @DefaultValue({"application/pdf", DocumentsSettings.DOCX, "image/jpeg", "image/png"})
                List<String> allowedTypes) {

    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public DocumentsSettings {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "exchange.documents.max-size must be at least 1B, such as 100MB");
        }
        if (allowedTypes.isEmpty()) {
            throw new IllegalArgumentException(
                    "exchange.documents.allowed-types is empty; name at least application/pdf");
        }
        allowedTypes = List.copyOf(allowedTypes);
    }
}
