package org.ehcexchange.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.documents.Parts.Adopting;
import org.ehcexchange.documents.Parts.Announced;
import org.ehcexchange.documents.Parts.Announcing;
import org.ehcexchange.documents.Parts.Appending;
import org.ehcexchange.documents.Parts.Held;
import org.ehcexchange.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import javax.sql.DataSource;

/// Parts on a real disk and in a real database.
class PartsTests {

    private static final OrganisationCode NORTHSHIRE = new OrganisationCode("LA:998");
    private static final OrganisationCode OTHER = new OrganisationCode("LA:997");
    private static final String PDF = "application/pdf";
    private static final DataSource SOURCE = TestDatabase.fresh();

    @TempDir Path folder;
    private final JdbcClient database = JdbcClient.create(SOURCE);
    private Instant now = Instant.parse("2026-06-01T08:00:00Z");
    private FileParts parts;

    @BeforeEach
    void open() throws IOException {
        database.sql("delete from document_part").update();
        database.sql("delete from document").update();
        parts = restarted();
    }

    @Test
    void takesAPartInPiecesAndMakesADocumentOfIt() throws IOException {
        byte[] report = report(10_000);
        announce(report);
        append(report, 0, 4_000);
        assertThat(held(report).offset()).isEqualTo(4_000);
        append(report, 4_000, 10_000);

        assertThat(held(report).whole()).isTrue();
        DocumentReference reference = reference(report);
        assertThat(parts.adopt(NORTHSHIRE, List.of(reference)))
                .isInstanceOf(Adopting.Adopted.class);
        StoredDocument stored = documents().find(reference.id()).orElseThrow();
        assertThat(stored.reference()).isEqualTo(reference);
        assertThat(stored.owner()).isEqualTo(NORTHSHIRE);
        assertThat(documents().open(stored)).hasBinaryContent(report);
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void goesOnWhereItStoodAfterARestart() throws IOException {
        byte[] report = report(10_000);
        announce(report);
        append(report, 0, 1_234);
        parts = restarted();

        assertThat(announce(report).getFirst().offset()).isEqualTo(1_234);
        append(report, 1_234, 10_000);
        assertThat(held(report).whole()).isTrue();
    }

    @Test
    void keepsWhatCameBeforeTheLineWasCut() {
        byte[] report = report(10_000);
        announce(report);
        InputStream cut =
                new SequenceInputStream(
                        new ByteArrayInputStream(report, 0, 3_000), new BrokenStream());

        parts.append(NORTHSHIRE, hash(report), 0, cut);

        assertThat(held(report).offset()).isEqualTo(3_000);
        append(report, 3_000, 10_000);
        assertThat(held(report).whole()).isTrue();
    }

    /// However the line is cut and whatever the sender believes, the bytes come out right.
    @Test
    void comesThroughAnyNumberOfCutsAndMistakes() throws IOException {
        Random random = new Random(998);
        byte[] report = report(50_000);
        announce(report);
        for (int i = 0; !held(report).whole() && i < 10_000; i++) {
            int offset =
                    random.nextInt(4) == 0 ? random.nextInt(50_000) : (int) held(report).offset();
            int end = Math.min(50_000, offset + 1 + random.nextInt(5_000));
            InputStream piece = new ByteArrayInputStream(report, offset, end - offset);
            boolean cut = random.nextBoolean();
            parts.append(
                    NORTHSHIRE,
                    hash(report),
                    offset,
                    cut ? new SequenceInputStream(piece, new BrokenStream()) : piece);
            parts = random.nextInt(5) == 0 ? restarted() : parts;
        }

        DocumentReference reference = reference(report);
        parts.adopt(NORTHSHIRE, List.of(reference));
        assertThat(documents().open(documents().find(reference.id()).orElseThrow()))
                .hasBinaryContent(report);
    }

    @Test
    void answersAWrongOffsetWithTheRightOne() {
        byte[] report = report(10_000);
        announce(report);
        append(report, 0, 4_000);

        assertThat(append(report, 0, 10_000))
                .isInstanceOfSatisfying(
                        Appending.WrongOffset.class,
                        wrong -> assertThat(wrong.part().offset()).isEqualTo(4_000));
        assertThat(append(report, 9_000, 10_000)).isInstanceOf(Appending.WrongOffset.class);
        append(report, 4_000, 10_000);
        assertThat(append(report, 10_000, 10_000)).isInstanceOf(Appending.WrongOffset.class);
    }

    @Test
    void letsOneRequestWriteAPartAtATime() throws Exception {
        byte[] report = report(10_000);
        announce(report);
        WaitingStream slow = new WaitingStream();
        var first =
                CompletableFuture.runAsync(() -> parts.append(NORTHSHIRE, hash(report), 0, slow));
        slow.begun.await();

        assertThat(append(report, 0, 10_000)).isInstanceOf(Appending.Busy.class);
        slow.goOn.countDown();
        first.join();
        assertThat(append(report, 0, 10_000)).isInstanceOf(Appending.Grown.class);
        assertThat(held(report).whole()).isTrue();
    }

    @Test
    void takesNothingThatWasNotAnnouncedAndNothingOfAnothers() {
        byte[] report = report(10_000);

        assertThat(append(report, 0, 10_000)).isInstanceOf(Appending.Unknown.class);
        announce(report);
        assertThat(parts.find(OTHER, hash(report))).isEmpty();
        append(report, 0, 10_000);
        assertThat(parts.adopt(OTHER, List.of(reference(report))))
                .isInstanceOf(Adopting.Missing.class);
    }

    @Test
    void keepsNothingOfAPieceThatGoesBeyondTheAnnouncedSize() {
        byte[] report = report(10_000);
        announce(new Announced(hash(report), 9_000, PDF));
        append(report, 0, 8_000);

        assertThat(append(report, 8_000, 10_000)).isInstanceOf(Appending.TooLong.class);
        assertThat(held(report).offset()).isEqualTo(8_000);
    }

    @Test
    void throwsAwayBytesThatDoNotHaveTheirHash() {
        byte[] report = report(10_000);
        byte[] tampered = report.clone();
        tampered[5_000] ^= 1;
        announce(report);

        Appending appending =
                parts.append(NORTHSHIRE, hash(report), 0, new ByteArrayInputStream(tampered));

        assertThat(appending)
                .isInstanceOfSatisfying(
                        Appending.Mismatch.class,
                        wrong ->
                                assertThat(wrong.problem())
                                        .isEqualTo(Documents.Problem.HASH_MISMATCH));
        assertThat(held(report).offset()).isZero();
        append(report, 0, 10_000);
        assertThat(held(report).whole()).isTrue();
    }

    @Test
    void throwsAwayWhatIsNotOfItsAnnouncedType() {
        byte[] report = report(10_000);
        announce(new Announced(hash(report), report.length, "image/png"));

        assertThat(append(report, 0, 10_000))
                .isInstanceOfSatisfying(
                        Appending.Mismatch.class,
                        wrong ->
                                assertThat(wrong.problem())
                                        .isEqualTo(Documents.Problem.TYPE_NOT_ALLOWED));
    }

    @Test
    void refusesTooMuchAndTheWrongTypesBeforeAByteIsSent() {
        assertThat(refusals(new Announced("a".repeat(64), 200 << 20, "text/html")))
                .containsExactly("/parts/0/size", "/parts/0/mediaType");
        assertThat(refusals(parts(6, 1_000))).containsExactly("/parts");
        assertThat(refusals(parts(2, 60_000_000))).containsExactly("/parts");
        assertThat(refusals(parts(5, 1_000))).isEmpty();
        assertThat(refusals(new Announced("b".repeat(64), 1_000, PDF))).containsExactly("/parts");
        assertThat(parts.announce(OTHER, List.of(parts(5, 1_000))))
                .isInstanceOf(Announcing.Noted.class);
    }

    @Test
    void sweepsWhatWasAbandoned() throws IOException {
        byte[] whole = report(1_000);
        byte[] half = report(2_000);
        announce(whole);
        append(whole, 0, 1_000);
        now = now.plus(Duration.ofDays(4));
        announce(half);
        append(half, 0, 1_000);
        now = now.plus(Duration.ofDays(4));

        sweep();

        assertThat(parts.find(NORTHSHIRE, hash(whole))).isEmpty();
        assertThat(held(half).offset()).isEqualTo(1_000);
        now = now.plus(Duration.ofDays(4));
        sweep();
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void knowsWhatItHasAlready() {
        byte[] report = report(10_000);
        announce(report);
        append(report, 0, 10_000);
        parts.adopt(NORTHSHIRE, List.of(reference(report)));

        assertThat(announce(report).getFirst().whole()).isTrue();
        DocumentReference again = reference(report);
        assertThat(parts.adopt(NORTHSHIRE, List.of(again))).isInstanceOf(Adopting.Adopted.class);
        assertThat(documents().find(again.id())).isPresent();
    }

    @Test
    void adoptsAllOrNoneAndTheSameAgain() {
        byte[] one = report(1_000);
        byte[] two = report(2_000);
        announce(one);
        append(one, 0, 1_000);
        List<DocumentReference> both = List.of(reference(one), reference(two));

        assertThat(missing(both)).containsExactly("/documents/1");
        assertThat(documents().find(both.getFirst().id())).isEmpty();
        announce(two);
        append(two, 0, 2_000);
        assertThat(parts.adopt(NORTHSHIRE, both)).isInstanceOf(Adopting.Adopted.class);
        assertThat(parts.adopt(NORTHSHIRE, both)).isInstanceOf(Adopting.Adopted.class);
    }

    @Test
    void givesNoIdToTwoDocuments() {
        byte[] one = report(1_000);
        byte[] two = report(2_000);
        Stream.of(one, two).forEach(this::announce);
        append(one, 0, 1_000);
        append(two, 0, 2_000);
        DocumentReference first = reference(one);
        parts.adopt(NORTHSHIRE, List.of(first));

        assertThat(missing(List.of(reference(two, first.id())))).containsExactly("/documents/0/id");
    }

    @Test
    void healsACrashBetweenTheFileAndItsRow() throws IOException {
        byte[] report = report(10_000);
        announce(report);
        append(report, 0, 10_000);
        new DocumentFiles(folder).take(leftFiles().getFirst(), hash(report));

        DocumentReference reference = reference(report);
        assertThat(parts.adopt(NORTHSHIRE, List.of(reference)))
                .isInstanceOf(Adopting.Adopted.class);
        assertThat(documents().open(documents().find(reference.id()).orElseThrow()))
                .hasBinaryContent(report);
    }

    private FileParts restarted() throws IOException {
        DocumentsSettings settings =
                new DocumentsSettings(folder, DataSize.ofMegabytes(100), List.of(PDF, "image/png"));
        PartsSettings limits = new PartsSettings(5, DataSize.ofMegabytes(100), Duration.ofDays(7));
        PartRows rows = new PartRows(database);
        DocumentRows documents = new DocumentRows(database);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(SOURCE));
        return new FileParts(
                settings,
                rows,
                new Announcements(limits, settings, rows, documents, transaction, () -> now),
                new Adoption(settings, documents, rows, () -> now),
                () -> now);
    }

    private void sweep() {
        new PartSweep(
                        new PartRows(database),
                        parts,
                        new PartsSettings(5, DataSize.ofMegabytes(100), Duration.ofDays(7)),
                        () -> now)
                .sweep();
    }

    private Documents documents() {
        try {
            return new FileDocuments(
                    new DocumentsSettings(folder, DataSize.ofMegabytes(100), List.of(PDF)),
                    new DocumentRows(database),
                    () -> now);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Held> announce(byte[] report) {
        return announce(new Announced(hash(report), report.length, PDF));
    }

    private List<Held> announce(Announced part) {
        return ((Announcing.Noted) parts.announce(NORTHSHIRE, List.of(part))).parts();
    }

    private List<String> refusals(Announced... announced) {
        return switch (parts.announce(NORTHSHIRE, List.of(announced))) {
            case Announcing.Noted _ -> List.of();
            case Announcing.Refused(var violations) ->
                    violations.stream().map(Violation::pointer).toList();
        };
    }

    private static Announced[] parts(int count, long size) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new Announced("%064x".formatted(i), size, PDF))
                .toArray(Announced[]::new);
    }

    private List<String> missing(List<DocumentReference> documents) {
        return switch (parts.adopt(NORTHSHIRE, documents)) {
            case Adopting.Adopted _ -> List.of();
            case Adopting.Missing(var violations) ->
                    violations.stream().map(Violation::pointer).toList();
        };
    }

    private Appending append(byte[] report, int from, int to) {
        InputStream bytes = new ByteArrayInputStream(Arrays.copyOfRange(report, from, to));
        return parts.append(NORTHSHIRE, hash(report), from, bytes);
    }

    private Held held(byte[] report) {
        return parts.find(NORTHSHIRE, hash(report)).orElseThrow();
    }

    private List<Path> leftFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("parts"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static DocumentReference reference(byte[] report) {
        return reference(report, UUID.randomUUID());
    }

    private static DocumentReference reference(byte[] report, UUID id) {
        return new DocumentReference(id, "A report", PDF, report.length, hash(report), null);
    }

    private static byte[] report(int size) {
        byte[] report = new byte[size];
        new Random(size).nextBytes(report);
        byte[] start = "%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, report, 0, start.length);
        return report;
    }

    private static String hash(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A connection that was cut.
    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }

    /// A sender that has begun and then says nothing until it is told to go on.
    private static final class WaitingStream extends InputStream {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
    }
}
