package org.ehcexchange.simulator;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A school that finds XML files in its inbox folder and leaves its own in its outbox folder.
@Component
@Profile("demo & !" + SouthmereExchange.PROFILE)
class School {

    private final SchoolServer server;
    private final SchoolFolders folders;
    private final Errands errands;
    private final Narrator narrator;
    private final PutOff<SchoolMessage> late;

    School(SimulatorSettings settings, Errands errands, Narrator narrator) {
        this.server = SchoolServer.at(settings);
        this.folders = server.folders();
        this.errands = errands;
        this.narrator = narrator;
        this.late = new PutOff<>(narrator);
        errands.often(() -> folders.collect(this::take));
        errands.often(() -> late.release(this::explain));
    }

    SchoolServer server() {
        return server;
    }

    private void take(String xml) {
        SchoolMessage message = SchoolMessage.read(xml);
        switch (message.kind()) {
            case "AdviceRequest" -> answer(message);
            case "AdviceWithdrawn" -> withdrawn(message);
            default -> narrator.tell(Adviser.SCHOOL, "is reminded by the council");
        }
    }

    private void answer(SchoolMessage request) {
        String reference = request.text("CaseReference");
        narrator.tell(Adviser.SCHOOL, "finds an XML file in its SFTP inbox: " + reference);
        switch (Reply.of(reference, Adviser.SCHOOL)) {
            case PROVIDED -> errands.later(() -> provide(request));
            case NOTHING_KNOWN -> errands.later(() -> send(request, "nothing-known"));
            case DECLINED -> errands.later(() -> send(request, "declined"));
            case LATE -> putOff(request);
            case SILENT -> narrator.tell(Adviser.SCHOOL, "does not answer");
        }
    }

    private void putOff(SchoolMessage request) {
        late.until(
                narrator.today().plusWeeks(6),
                conversation(request),
                request); // SEND Regs 2014, reg. 8(1)
        errands.later(() -> send(request, "acknowledged"));
    }

    private void explain(SchoolMessage request) {
        errands.later(
                () -> {
                    send(request, "late");
                    errands.later(() -> provide(request));
                });
    }

    private void withdrawn(SchoolMessage message) {
        late.forget(conversation(message));
        narrator.tell(Adviser.SCHOOL, "closes a request that was withdrawn");
    }

    /// The report first, so that it is there when the message that names it is read.
    private void provide(SchoolMessage request) {
        Report report =
                Report.of(
                        "Educational advice",
                        List.of(
                                "Invented for a demonstration; about no real child.",
                                "Case " + request.text("CaseReference"),
                                Adviser.SCHOOL.title()));
        String document = UUID.randomUUID().toString();
        folders.put(document + ".pdf", report.bytes());
        Map<String, String> values = values(request);
        values.put("document", document);
        values.put("title", report.title());
        values.put("size", Integer.toString(report.bytes().length));
        values.put("sha256", report.sha256());
        write(request, "provided", values);
        narrator.tell(Adviser.SCHOOL, "leaves its advice in its SFTP outbox, with a PDF report");
    }

    private void send(SchoolMessage request, String text) {
        write(request, text, values(request));
        narrator.tell(Adviser.SCHOOL, "leaves an XML file in its SFTP outbox: " + text);
    }

    private void write(SchoolMessage request, String text, Map<String, String> values) {
        String answer = request.withPupil(Texts.xml("education/" + text + ".xml", values));
        folders.put(values.get("message") + ".xml", answer);
    }

    private Map<String, String> values(SchoolMessage request) {
        LocalDate today = narrator.today();
        return new HashMap<>(
                Map.of(
                        "message", UUID.randomUUID().toString(),
                        "conversation", conversation(request),
                        "request", request.text("MessageID"),
                        "to", request.text("Source"),
                        "sent-at", narrator.moment(),
                        "today", today.toString(),
                        "six-weeks-ago", today.minusWeeks(6).toString(),
                        "expected-by", today.plusWeeks(2).toString()));
    }

    private static String conversation(SchoolMessage message) {
        return message.text("ConversationID");
    }
}
