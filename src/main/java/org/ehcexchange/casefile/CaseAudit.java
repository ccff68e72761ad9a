package org.ehcexchange.casefile;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.disclosure.Addressee;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.Reader;
import org.ehcexchange.ledger.children.NamedChildren.Named;
import org.ehcexchange.ledger.held.Held.Decision;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the audit keeps of case files: which record of which case, and never what it says in words.
@Component
class CaseAudit {

    private final Audit audit;

    CaseAudit(Audit audit) {
        this.audit = audit;
    }

    void opened(CaseKey key, OrganisationCode by) {
        add(by, "case-opened", new Detail(key));
    }

    /// The day the law counts from was not known until now.
    void dated(CaseKey key, OrganisationCode by, LocalDate assessmentRequestedOn) {
        add(by, "case-dated", new Detail(key).with("requestedOn", assessmentRequestedOn));
    }

    /// It is known now whose case it is.
    void named(CaseKey key, OrganisationCode by) {
        add(by, "child-named", new Detail(key));
    }

    void held(CaseKey key, OrganisationCode by, Named.Doubtful doubt) {
        add(by, "child-held", new Detail(key).with("why", doubt.why()));
    }

    /// @param verdict `released` or `rejected`
    void decided(CaseKey key, Decision decision, String verdict) {
        Detail detail = new Detail(key).with("reason", decision.reason());
        String person = decision.person();
        add(decision.by(), verdict, person == null ? detail : detail.with("person", person));
    }

    /// Somebody looked at whom it names.
    void viewed(CaseKey key, Reader reader) {
        add(
                reader.by(),
                "viewed",
                new Detail(key).with("purpose", reader.purpose()).with("person", reader.person()));
    }

    /// A decision not to share has an act of its own: an auditor looks for it.
    void recorded(CaseKey key, OrganisationCode by, CaseRecord record) {
        String act = record.kind() == RecordKind.NOT_SHARED ? "not-shared" : "recorded";
        add(by, act, new Detail(key).of(record));
    }

    void refused(CaseKey key, OrganisationCode by, Refused refused) {
        add(
                by,
                "record-refused",
                new Detail(key).of(refused.record()).with("reasons", refused.reasons()));
    }

    /// @param reasons that the law gives
    record Refused(CaseRecord record, List<Violation> reasons) {}

    private void add(OrganisationCode by, String act, Detail detail) {
        audit.add(new Audit.Act(by.value(), act, null, null, detail.words));
    }

    /// Words without personal data: codes, days and ids.
    private static final class Detail {

        private final Map<String, Object> words = new LinkedHashMap<>();

        Detail(CaseKey key) {
            words.put("case", key.reference().value());
            words.put("authority", key.authority().value());
        }

        Detail of(CaseRecord record) {
            with("record", record.id()).with("kind", record.kind().code()).with("on", record.on());
            return switch (record.matter()) {
                case Matter.Happened happened ->
                        with("event", happened.event().event()).with("told", told(happened.told()));
                case Matter.Exempted exempted ->
                        with("rule", exempted.rule())
                                .with("exception", exempted.excuse().kind())
                                .with("from", exempted.excuse().from());
                case Matter.ConsentGiven given -> with("givenBy", given.givenBy().code());
                case Matter.ConsentWithdrawn withdrawn -> with("consent", withdrawn.consent());
                case Matter.TakenBack taken -> with("taken", taken.taken());
                case Matter.ObjectionNoted objection -> with("by", objection.by().code());
                case Matter.OpinionFormed opinion -> this;
                case Matter.Agreed agreed ->
                        with("by", agreed.by().code())
                                .with("adviceType", agreed.adviceType().code());
                case Matter.NotShared not -> with("withheldFrom", codes(not.with()));
            };
        }

        Detail with(String name, Object value) {
            words.put(name, value instanceof List<?> ? value : value.toString());
            return this;
        }

        private static List<String> told(List<Addressee> told) {
            return told.stream().map(Detail::told).toList();
        }

        private static String told(Addressee told) {
            return switch (told) {
                case Addressee.Body body -> body.code().value();
                case Addressee.InWords other -> other.who().code();
            };
        }

        private static List<String> codes(List<OrganisationCode> organisations) {
            return organisations.stream().map(OrganisationCode::value).toList();
        }
    }
}
