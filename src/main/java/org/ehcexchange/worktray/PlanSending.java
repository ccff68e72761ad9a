package org.ehcexchange.worktray;

import org.ehcexchange.canonical.CanonicalReader;
import org.ehcexchange.canonical.CanonicalWriter;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Reading;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.clock.Rules;
import org.ehcexchange.clock.Work;
import org.ehcexchange.directory.Person;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Rows;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the canonical message of a transfer that people entered, and sends it by the one way in.
@Component
public class PlanSending {

    private static final String DOOR = "pages";
    private static final String RULE = "transfer";
    private static final String PROVISION = "SEND Regulations 2014, reg. 15(2)";

    private final Acceptance acceptance;
    private final PlanDrafts drafts;
    private final Rows rows;
    private final Rules rules;
    private final InstantSource clock;

    PlanSending(
            Acceptance acceptance, PlanDrafts drafts, Rows rows, Rules rules, InstantSource clock) {
        this.acceptance = acceptance;
        this.drafts = drafts;
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
    }

    /// The message as it would be sent now, or everything that is wrong with it.
    public Reading read(PlanDraft draft, OrganisationCode from) {
        Map<String, Object> tree = new LinkedHashMap<>(PlanTree.of(draft));
        tree.put("type", "plan-transfer");
        tree.put("version", CanonicalWriter.VERSION);
        tree.put("messageId", draft.messageId().toString());
        tree.put("conversationId", draft.id().toString());
        if (draft.inReplyTo() != null) {
            tree.put("inReplyTo", draft.inReplyTo().toString());
        }
        tree.put("from", from.value());
        tree.put("sentAt", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        tree.put("ground", Map.of("purpose", "ehc-plan-transfer", "provision", PROVISION));
        tree.put("documents", draft.documents().stream().map(PlanSending::document).toList());
        return CanonicalReader.read(tree);
    }

    private static Map<String, Object> document(DocumentReference document) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", document.id().toString());
        tree.put("title", document.title());
        tree.put("mediaType", document.mediaType());
        tree.put("size", document.size());
        tree.put("sha256", document.sha256());
        Confidentiality label = document.confidentiality();
        if (label != null) {
            tree.put("confidentiality", label.code());
        }
        return tree;
    }

    /// By when the law wants the plan at the new authority, or why no day can be worked out.
    public Work due(PlanTransfer transfer) {
        return rules.work(
                RULE, Map.of("movedOn", transfer.movedOn(), "awareOn", transfer.awareOn()));
    }

    /// Sends a transfer; its draft is deleted once it is recorded.
    public Outcome send(PlanDraft draft, OrganisationCode from, Person person) {
        Outcome outcome =
                switch (read(draft, from)) {
                    case Reading.Valid(EhcMessage message) -> accept(message, from, person);
                    case Reading.Invalid(List<Violation> violations) ->
                            new Outcome.NotAccepted(Arrival.Fault.INVALID, violations);
                };
        switch (outcome) {
            case Outcome.Accepted accepted -> drafts.delete(from, draft.id());
            case Outcome.AlreadyAccepted already -> drafts.delete(from, draft.id());
            case Outcome.NotAccepted not -> keep(draft, not, from, person);
        }
        return outcome;
    }

    /// What the gate refused is on record under its id; once put right it is another message.
    private void keep(
            PlanDraft draft, Outcome.NotAccepted not, OrganisationCode from, Person person) {
        if (not.fault() == Arrival.Fault.REFUSED) {
            drafts.save(from, draft.anew(), person.signIn());
        }
    }

    private Outcome accept(EhcMessage message, OrganisationCode from, Person person) {
        Arrival arrival =
                new Arrival(
                        from,
                        DOOR,
                        "application/json",
                        rows.canonical(message).getBytes(StandardCharsets.UTF_8),
                        clock.instant(),
                        person.signIn());
        return acceptance.accept(arrival.read(message));
    }
}
