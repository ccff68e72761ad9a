package org.ehcexchange.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.documents.Documents.New;
import org.ehcexchange.documents.Documents.Problem;
import org.ehcexchange.documents.Documents.Storing;
import org.ehcexchange.documents.Documents.Storing.Refused;
import org.ehcexchange.documents.Documents.Storing.Stored;
import org.ehcexchange.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Documents on a real disk and in a real database.
class FileDocumentsTests {

    private static final OrganisationCode TRUST = new OrganisationCode("ODS:RN1");
    private static final String PDF = "application/pdf";
    private static final byte[] REPORT = text("%PDF-1.7\nA report.\n%%EOF\n");

    private static JdbcClient database;

    @TempDir Path folder;
    private Documents documents;

    @BeforeAll
    static void database() {
        database = TestDatabase.freshClient();
    }

    @BeforeEach
    void documents() throws IOException {
        documents = documents("100MB");
    }

    @Test
    void givesBackTheVeryBytes() throws Exception {
        var stored = stored(REPORT, PDF);

        assertThat(stored.reference().sha256()).isEqualTo(sha256(REPORT));
        assertThat(stored.reference().size()).isEqualTo(REPORT.length);
        assertThat(documents.find(stored.id())).contains(stored);
        assertThat(documents.findBySha256(sha256(REPORT))).contains(stored);
        assertThat(documents.open(stored)).hasBinaryContent(REPORT);
    }

    @Test
    void keepsFilesByTheirHashAndNothingElse() throws Exception {
        stored(REPORT, PDF);
        stored(REPORT, PDF);

        String hash = sha256(REPORT);
        assertThat(files())
                .containsExactly(
                        folder.resolve(hash.substring(0, 2))
                                .resolve(hash.substring(2, 4))
                                .resolve(hash));
    }

    @Test
    void keepsTheConfidentialityItCameWith() {
        var restricted = new New(TRUST, "Report", PDF, null, Confidentiality.VERY_RESTRICTED);

        var storing = (Stored) documents.store(restricted, new ByteArrayInputStream(REPORT));

        assertThat(documents.find(storing.document().id()).orElseThrow().reference())
                .extracting("confidentiality")
                .isEqualTo(Confidentiality.VERY_RESTRICTED);
    }

    @Test
    void refusesAnExecutableRenamedPdf() throws IOException {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';

        assertRefused(program, PDF, Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void refusesAZipRenamedDocx() throws IOException {
        assertRefused(zip("readme.txt", "hello"), DocumentsSettings.DOCX, Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void refusesAWordDocumentWithMacros() throws IOException {
        String types =
                "<Types><Override ContentType=\""
                        + DocumentsSettings.DOCX
                        + ".main+xml\"/>"
                        + "<Override PartName=\"/word/vbaProject.bin\"/></Types>";

        assertRefused(
                zip("[Content_Types].xml", types),
                DocumentsSettings.DOCX,
                Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void takesAWordDocumentWhicheverPartComesFirst() throws IOException {
        String types =
                "<Types><Override ContentType=\""
                        + DocumentsSettings.DOCX
                        + ".main+xml\"/></Types>";

        stored(
                zip("word/document.xml", "<w/>", "[Content_Types].xml", types),
                DocumentsSettings.DOCX);
        stored(
                zip("[Content_Types].xml", types, "word/document.xml", "<w/>"),
                DocumentsSettings.DOCX);
    }

    @Test
    void refusesPagesAndDrawingsThatCanRunScripts() throws IOException {
        assertRefused(text("<!DOCTYPE html><html></html>"), PDF, Problem.TYPE_NOT_ALLOWED);
        assertRefused(
                text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                "image/png",
                Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void refusesATypeDeclaredOtherwiseThanTheBytesAre() throws IOException {
        assertRefused(REPORT, "image/png", Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void ignoresParametersAndCaseOfTheDeclaredType() {
        stored(REPORT, "Application/PDF; name=x");
    }

    @Test
    void refusesBytesWithAnotherHashThanDeclared() throws IOException {
        var declared = new New(TRUST, "Report", PDF, "0".repeat(64));

        var storing = documents.store(declared, new ByteArrayInputStream(REPORT));

        assertThat(storing)
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.problem()).isEqualTo(Problem.HASH_MISMATCH));
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesNothingAtAll() throws IOException {
        assertRefused(new byte[0], PDF, Problem.EMPTY);
    }

    @Test
    void refusesOneByteMoreThanTheLimit() throws IOException {
        documents = documents(REPORT.length + "B");
        stored(REPORT, PDF);

        documents = documents((REPORT.length - 1) + "B");
        var storing = store(new ByteArrayInputStream(REPORT), PDF);

        assertThat(((Refused) storing).problem()).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        InputStream breaking =
                new SequenceInputStream(new ByteArrayInputStream(REPORT), new BreakingOff());

        var storing = store(breaking, PDF);

        assertThat(((Refused) storing).problem()).isEqualTo(Problem.INCOMPLETE);
        assertThat(files()).isEmpty();
    }

    @Test
    void removesWhatAKilledProcessLeftButNotAnUploadUnderWay() throws IOException {
        Path leftover = Files.writeString(folder.resolve("incoming/killed.part"), "x");
        try (var underWay = new DocumentFiles(folder).incoming()) {
            Files.writeString(leftover, "x");

            documents("1MB");

            assertThat(leftover).doesNotExist();
            assertThat(underWay.file()).exists();
        }
    }

    @Test
    void passesAHundredMegabytesWithoutGrowing() throws Exception {
        long size = 100L * 1024 * 1024;
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        System.gc();
        long before = memory.getHeapMemoryUsage().getUsed();

        var watched = new Watched(new Endless(size), memory);
        var stored = (Stored) store(watched, PDF);

        assertThat(stored.document().reference().size()).isEqualTo(size);
        assertThat(watched.most - before).isLessThan(64L * 1024 * 1024);
        try (InputStream out = documents.open(stored.document())) {
            assertThat(sha256(out)).isEqualTo(stored.document().reference().sha256());
        }
    }

    private Documents documents(String maxSize) throws IOException {
        var settings =
                new DocumentsSettings(
                        folder,
                        DataSize.parse(maxSize),
                        List.of(PDF, DocumentsSettings.DOCX, "image/jpeg", "image/png"));
        return new FileDocuments(
                settings,
                new DocumentRows(database),
                InstantSource.fixed(Instant.parse("2026-05-05T09:00:00Z")));
    }

    private StoredDocument stored(byte[] bytes, String type) {
        var storing = store(new ByteArrayInputStream(bytes), type);
        assertThat(storing).isInstanceOf(Stored.class);
        return ((Stored) storing).document();
    }

    private Storing store(InputStream bytes, String type) {
        return documents.store(new New(TRUST, "Report", type, null), bytes);
    }

    private void assertRefused(byte[] bytes, String type, Problem problem) throws IOException {
        assertThat(store(new ByteArrayInputStream(bytes), type))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.problem()).isEqualTo(problem);
                            assertThat(refused.violations()).isNotEmpty();
                        });
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(text(namesAndTexts[i + 1]));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return sha256(new ByteArrayInputStream(bytes));
    }

    private static String sha256(InputStream bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] piece = new byte[8192];
        for (int n = bytes.read(piece); n > 0; n = bytes.read(piece)) {
            digest.update(piece, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// A sender that hangs up.
    private static final class BreakingOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new EOFException();
        }

        @Override
        public int read(byte[] piece, int from, int length) throws IOException {
            throw new EOFException();
        }
    }

    /// So many bytes that look like a PDF.
    private static final class Endless extends InputStream {
        private final long size;
        private long at;

        Endless(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            if (at == size) {
                return -1;
            }
            int next = at < REPORT.length ? REPORT[(int) at] : (int) (at % 251);
            at++;
            return next;
        }
    }

    /// Looks at the heap while it is read.
    private static final class Watched extends InputStream {
        private final InputStream in;
        private final MemoryMXBean memory;
        private long most;

        Watched(InputStream in, MemoryMXBean memory) {
            this.in = in;
            this.memory = memory;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] piece, int from, int length) throws IOException {
            most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
            return in.read(piece, from, length);
        }
    }
}
