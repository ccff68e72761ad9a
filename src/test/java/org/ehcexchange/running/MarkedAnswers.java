package org.ehcexchange.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.AdviceRequest;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.testing.Calls;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Acknowledgements as partners write them, made of what they were sent: of a child who is
/// protected.
final class MarkedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PUPIL = Pattern.compile("<Pupil>.*</Pupil>", Pattern.DOTALL);
    private static final String RECEIVED = "2026-11-03";

    private MarkedAnswers() {}

    static String ssd(AdviceRequest request, String sent) throws IOException {
        ObjectNode person = (ObjectNode) JSON.readTree(sent).path("person");
        person.put("pers_protected_flag", "Y");
        Envelope asked = request.envelope();
        return """
        {"mess_type": "advice-acknowledged", "mess_version": "1", "mess_message_id": "%s",
         "mess_conversation_id": "%s", "mess_in_reply_to": "%s", "mess_source": "%s", "mess_dest": "%s",
         "mess_sent_datetime": "2026-11-03T09:00:00Z",
         "ground": {"grnd_purpose": "EHCNA", "grnd_provision": "SEND Regulations 2014, reg. 8(1)"},
         "person": %s, "acknowledgement": {"ackn_received_date": "%s"}}
        """
                .formatted(
                        UUID.randomUUID(),
                        asked.conversationId(),
                        asked.messageId(),
                        asked.to(),
                        asked.from(),
                        person,
                        RECEIVED);
    }

    static String xml(AdviceRequest request, String sent) {
        Matcher pupil = PUPIL.matcher(sent);
        if (!pupil.find()) {
            throw new IllegalArgumentException("no pupil was sent");
        }
        Envelope asked = request.envelope();
        return """
        <AdviceAcknowledged xmlns="urn:ehc-exchange:education:advice:1" Version="1">
          <Header><MessageID>%s</MessageID><ConversationID>%s</ConversationID><InReplyTo>%s</InReplyTo>
            <Source>%s</Source><Dest>%s</Dest><DateTime>2026-11-03T09:00:00Z</DateTime>
            <Ground><Purpose>EHCNA</Purpose><Provision>SEND Regulations 2014, reg. 8(1)</Provision></Ground>
          </Header>
          %s
          <ReceivedDate>%s</ReceivedDate>
        </AdviceAcknowledged>
        """
                .formatted(
                        UUID.randomUUID(),
                        asked.conversationId(),
                        asked.messageId(),
                        asked.to(),
                        asked.from(),
                        pupil.group().replace("</Pupil>", "<Protected>true</Protected></Pupil>"),
                        RECEIVED);
    }

    /// The request's Bundle turned round, its Patient labelled as PDS labels one.
    static Calls.Answer fhir(Calls calls, String as, String sent) throws IOException {
        ObjectNode bundle = (ObjectNode) JSON.readTree(sent);
        String request = bundle.at("/identifier/value").asText();
        String id = UUID.randomUUID().toString();
        ((ObjectNode) bundle.path("identifier")).put("value", id);
        bundle.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        turn(resource(bundle, "MessageHeader"), request);
        ObjectNode task = resource(bundle, "Task");
        acknowledge(task);
        resource(bundle, "Patient")
                .putObject("meta")
                .putArray("security")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-Confidentiality")
                .put("code", "R");
        return calls.post(
                as,
                "/fhir/$process-message",
                BodyPublishers.ofString(bundle.toString()),
                "Content-Type",
                "application/fhir+json",
                "X-Request-Id",
                id,
                "X-Correlation-Id",
                task.at("/groupIdentifier/value").asText());
    }

    private static void turn(ObjectNode header, String request) {
        JsonNode council = header.path("sender");
        JsonNode trust = header.at("/destination/0/receiver");
        header.remove("extension");
        header.set("sender", trust);
        ((ObjectNode) header.at("/destination/0")).set("receiver", council);
        ((ObjectNode) header.path("eventCoding")).put("code", "servicerequest-response");
        header.putObject("response").put("identifier", request).put("code", "ok");
        header.put(
                "definition",
                "https://fhir.ehc-exchange.example/MessageDefinition/ehc-advice-interim");
    }

    private static void acknowledge(ObjectNode task) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        ((ObjectNode) task.path("meta")).put("versionId", "2");
        task.put("status", "accepted");
        task.set("businessStatus", concept("business-status", "acknowledged"));
        var output = task.putArray("output");
        output.addObject()
                .put("valueDate", today.toString())
                .set("type", concept("io-type", "received-date"));
        output.addObject()
                .put("valueDate", today.plusWeeks(6).toString())
                .set("type", concept("io-type", "due-date"));
    }

    private static ObjectNode concept(String system, String code) {
        ObjectNode concept = JSON.createObjectNode();
        concept.putArray("coding")
                .addObject()
                .put("system", "https://fhir.ehc-exchange.example/CodeSystem/" + system)
                .put("code", code);
        return concept;
    }

    private static ObjectNode resource(JsonNode bundle, String type) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return (ObjectNode) entry.path("resource");
            }
        }
        throw new IllegalArgumentException("no " + type + " was sent");
    }
}
