package org.ehcexchange.running;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.clock.LondonDay;
import org.ehcexchange.sealing.Sealed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Plan transfers about an invented child, each of a plan nobody has heard of, with ids of its own.
public final class Transfers {

    private static final JsonMapper JSON = new JsonMapper();

    private Transfers() {}

    /// A transfer in a conversation of its own.
    public static PlanTransfer from(
            OrganisationCode from, OrganisationCode to, DocumentReference... documents) {
        return (PlanTransfer) Sealed.message(text(from, to, documents));
    }

    public static String text(
            OrganisationCode from, OrganisationCode to, DocumentReference... documents) {
        return json(from, to, List.of(documents)).toString();
    }

    /// The documents are those that section K names.
    public static ObjectNode json(
            OrganisationCode from, OrganisationCode to, List<DocumentReference> documents) {
        ObjectNode tree = example();
        tree.put("messageId", UUID.randomUUID().toString());
        tree.put("conversationId", UUID.randomUUID().toString());
        tree.put("from", from.value());
        tree.put("to", to.value());
        tree.put("sentAt", now());
        String today = LondonDay.of(Neighbour.now()).toString();
        tree.put("movedOn", today).put("awareOn", today).remove("sendOn");
        // A child without numbers is nobody's who is on record.
        ((ObjectNode) tree.path("child")).remove(List.of("nhsNumber", "upn"));
        ObjectNode plan = (ObjectNode) tree.path("plan");
        plan.put("reference", "EHCP-" + UUID.randomUUID());
        name(documents, tree.putArray("documents"), plan.putArray("appendices"));
        if (documents.isEmpty()) {
            tree.remove("documents");
            plan.remove("appendices");
        }
        return tree;
    }

    /// This second, as messages say it.
    static String now() {
        return Neighbour.now()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static ObjectNode example() {
        try {
            return (ObjectNode) JSON.readTree(Sealed.transferText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void name(
            List<DocumentReference> documents, ArrayNode named, ArrayNode appendices) {
        for (DocumentReference document : documents) {
            named.addObject()
                    .put("id", document.id().toString())
                    .put("title", document.title())
                    .put("mediaType", document.mediaType())
                    .put("size", document.size())
                    .put("sha256", document.sha256());
            appendices
                    .addObject()
                    .put("title", document.title())
                    .put("document", document.id().toString());
        }
    }
}
