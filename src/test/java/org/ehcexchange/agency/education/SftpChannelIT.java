package org.ehcexchange.agency.education;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.ehcexchange.delivery.Consignment;
import org.ehcexchange.delivery.Sending;
import org.ehcexchange.directory.Channel.CbdsOverSftp;
import org.ehcexchange.documents.Documents;
import org.ehcexchange.documents.Documents.Storing;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.mapping.Xml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Both ways with a real SFTP server: files appear whole, are taken once, and say what became of
/// them.
class SftpChannelIT {

    private static final Path EXAMPLES = Consignments.EXAMPLES;
    private static final String PROVIDED = "b6a7c0de-0f5d-4b67-9d0b-0a2f6c4a1e31";

    private static final long LARGE = 100L * 1024 * 1024;

    @TempDir Path home;
    private SchoolSite site;
    private SchoolExchange exchange;

    @BeforeEach
    void open() throws Exception {
        site = SchoolSite.at(home);
        exchange = new SchoolExchange(site.channel());
    }

    @AfterEach
    void close() throws Exception {
        exchange.close();
        site.close();
    }

    @Test
    void leavesTheDocumentsAndThenTheMessageUnderNamesWithoutPersonalData() throws Exception {
        var consignment = request(site.channel());

        var sending = sender().send(consignment);

        assertThat(sending)
                .isInstanceOfSatisfying(
                        Sending.Sent.class,
                        sent ->
                                assertThat(sent.proof())
                                        .isEqualTo(
                                                "SFTP file " + consignment.messageId() + ".xml"));
        var document =
                consignment.cleared().message().envelope().documents().getFirst().id() + ".pdf";
        assertThat(names(site.inbox))
                .containsExactlyInAnyOrder(document, consignment.messageId() + ".xml");
        assertThat(Files.readString(site.inbox.resolve(document))).isEqualTo("%PDF-1.7 views");
        assertThat(Xml.read(message(consignment), null)).isInstanceOf(Xml.Reading.Tree.class);
    }

    @Test
    void writesTheSameAgainOnARetry() throws Exception {
        var consignment = request(site.channel());

        sender().send(consignment);
        byte[] first = message(consignment);
        assertThat(sender().send(consignment)).isInstanceOf(Sending.Sent.class);

        assertThat(message(consignment)).isEqualTo(first);
        assertThat(names(site.inbox)).hasSize(2);
    }

    @Test
    void saysThatAServerThatIsDownOrRefusesTheLoginCannotBeReached() throws Exception {
        assertThat(sender().send(request(site.withPassword("wrong"))))
                .isInstanceOfSatisfying(
                        Sending.Unreachable.class,
                        no -> assertThat(no.reason()).contains("refused the exchange's user"));
        site.close();
        assertThat(sender().send(request(site.channel()))).isInstanceOf(Sending.Unreachable.class);
    }

    @Test
    void doesNotTalkToAServerWithAnotherHostKey() throws Exception {
        assertThat(sender().send(request(site.withAnotherHostKey())))
                .isInstanceOfSatisfying(
                        Sending.Unreachable.class,
                        no -> assertThat(no.reason()).contains("another host key"));
        assertThat(names(site.inbox)).isEmpty();
    }

    @Test
    void takesAMessageWithTheDocumentBesideIt() throws Exception {
        byte[] pdf = "%PDF-1.7 report".getBytes(StandardCharsets.UTF_8);
        leave("a3c9b1de-33f0-4c0e-9a57-6a0d1d2f4e02.pdf", pdf);
        leave("answer.xml", provided(pdf));

        await().until(() -> names(site.outbox.resolve("done")).size() == 2);

        var read = (Arrival.Read) exchange.ledger.get(PROVIDED);
        assertThat(read.arrival().sender()).isEqualTo(SchoolExchange.SCHOOL);
        var named = read.message().envelope().documents().getFirst();
        assertThat(exchange.documents.find(named.id())).isPresent();
        assertThat(named.title()).isEqualTo("Advice report");
        assertThat(filesIn(site.outbox)).isEmpty();
    }

    @Test
    void leavesAnUnfinishedFileAlone() throws Exception {
        Files.write(site.outbox.resolve("answer.xml.part"), example("nothing-known"));
        leave("other.xml", example("declined"));

        await().until(() -> exchange.accepted() == 1);

        assertThat(names(site.outbox)).contains("answer.xml.part");
    }

    @Test
    void putsAFaultFileBesideWhatItRefuses() throws Exception {
        leave(
                "bad.xml",
                new String(example("declined"), StandardCharsets.UTF_8)
                        .replace("2016-03-09", "Secret")
                        .getBytes(StandardCharsets.UTF_8));

        var refused = site.outbox.resolve("refused");
        await().until(() -> names(refused).size() == 2);

        assertThat(names(refused)).containsExactlyInAnyOrder("bad.xml", "bad.xml.fault.xml");
        assertThat(Files.readString(refused.resolve("bad.xml.fault.xml")))
                .contains("<Place>/AdviceReturn/Pupil/DOB</Place>")
                .doesNotContain("Secret");
        assertThat(exchange.accepted()).isZero();
    }

    @Test
    void refusesAProgramCalledPdf() throws Exception {
        leave("report.pdf", "MZ program".getBytes(StandardCharsets.UTF_8));

        await().until(() -> names(site.outbox.resolve("refused")).size() == 2);
    }

    @Test
    void letsAMessageWaitForItsDocumentsOnlySoLong() throws Exception {
        leave("answer.xml", provided("never sent".getBytes(StandardCharsets.UTF_8)));

        await().until(() -> exchange.accepted() == 1);
        await().until(() -> names(site.outbox.resolve("done")).equals(List.of("answer.xml")));
    }

    @Test
    void streamsALargeDocument() throws Exception {
        var file = site.outbox.resolve("large.pdf.tmp");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        Files.move(file, site.outbox.resolve("large.pdf"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> names(site.outbox.resolve("done")).contains("large.pdf"));

        assertThat(exchange.documents.bytesSeen()).isEqualTo(LARGE);
    }

    @Test
    void takesTheSameFileTwiceWithoutHarm() throws Exception {
        leave("first.xml", example("nothing-known"));
        await().until(() -> names(site.outbox.resolve("done")).contains("first.xml"));

        leave("first.xml", example("nothing-known"));
        await().until(() -> filesIn(site.outbox).isEmpty());

        assertThat(exchange.accepted()).isEqualTo(1);
    }

    @Test
    void leavesFilesWhereTheyAreWhileNothingCanBeRecorded() throws Exception {
        exchange.goAway(true);
        leave("answer.xml", example("nothing-known"));
        leave("other.xml", example("declined"));
        await().during(Duration.ofMillis(1500)).until(() -> filesIn(site.outbox).size() == 2);

        exchange.goAway(false);
        await().until(() -> names(site.outbox.resolve("done")).size() == 2);
        assertThat(exchange.accepted()).isEqualTo(2);
    }

    @Test
    void followsAPartnerToAnotherServer() throws Exception {
        try (var other = SchoolSite.at(home.resolve("other"))) {
            exchange.moveTo(other.channel());
            Files.write(other.outbox.resolve("answer.xml"), example("nothing-known"));

            await().until(() -> exchange.accepted() == 1);
        }
    }

    private CbdsXmlSftpSender sender() {
        return new CbdsXmlSftpSender(
                exchange.writer,
                new EducationRehearsal(exchange.writer, new AdviceSchema(Path.of("mappings"))),
                exchange.folders,
                exchange.documents);
    }

    private Consignment request(CbdsOverSftp server) throws IOException {
        var stored =
                (Storing.Stored)
                        exchange.documents.store(
                                new Documents.New(
                                        SchoolExchange.COUNCIL, "Views", "application/pdf", null),
                                new ByteArrayInputStream("%PDF-1.7 views".getBytes()));
        return Consignments.request(server, stored.document().id().toString());
    }

    private byte[] message(Consignment consignment) throws IOException {
        return Files.readAllBytes(site.inbox.resolve(consignment.messageId() + ".xml"));
    }

    private static byte[] example(String answer) throws IOException {
        return Files.readAllBytes(
                EXAMPLES.resolve("advice-return.from." + answer).resolve("input.xml"));
    }

    private static byte[] provided(byte[] pdf) throws IOException {
        return new String(example("provided"), StandardCharsets.UTF_8)
                .replaceAll(
                        "<SHA256>.*</SHA256>",
                        "<SHA256>" + DocumentsInMemory.sha256(pdf) + "</SHA256>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// As a careful partner does it.
    private void leave(String name, byte[] bytes) throws IOException {
        var unfinished = Files.write(site.outbox.resolve(name + ".tmp"), bytes);
        Files.move(unfinished, site.outbox.resolve(name));
    }

    private static List<String> names(Path folder) {
        return Files.isDirectory(folder) ? list(folder, path -> true) : List.of();
    }

    private static List<String> filesIn(Path folder) {
        return list(folder, Files::isRegularFile);
    }

    private static List<String> list(Path folder, java.util.function.Predicate<Path> kind) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(kind).map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
