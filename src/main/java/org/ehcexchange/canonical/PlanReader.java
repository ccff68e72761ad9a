package org.ehcexchange.canonical;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Reads the messages by which a plan moves from one authority to another, or is copied.
final class PlanReader {

    private static final Kind<Plan> WHOLE = Kind.object(PlanReader::whole);
    private static final Kind<Appendix> APPENDIX = Kind.object(PlanReader::appendix);
    private static final Kind<Plan> PART = Kind.object(fields -> plan(fields, someSections()));
    private static final Kind<Commissioners> COMMISSIONERS = Kind.object(PlanReader::commissioners);

    private PlanReader() {}

    static PlanTransfer transfer(Fields fields, Envelope envelope) {
        PlanTransfer transfer =
                new PlanTransfer(
                        envelope,
                        fields.required("plan", WHOLE),
                        fields.required("movedOn", Kinds.DATE),
                        fields.required("awareOn", Kinds.DATE),
                        fields.optional("commissioners", COMMISSIONERS),
                        fields.optional("sendOn", Kinds.DATE),
                        fields.optional("openRequests", Kinds.code(OpenRequests.class)));
        Rules.happened(fields, "plan/madeOn", transfer.plan().madeOn(), envelope);
        Rules.happened(fields, "awareOn", transfer.awareOn(), envelope);
        return transfer;
    }

    static PlanCopy copy(Fields fields, Envelope envelope) {
        String reference = fields.optional("caseReference", Texts.REFERENCE);
        PlanCopy copy =
                new PlanCopy(
                        envelope,
                        fields.required("event", Kinds.code(PlanEvent.class)),
                        fields.required("plan", PART),
                        reference == null ? null : new CaseReference(reference));
        Rules.happened(fields, "plan/madeOn", copy.plan().madeOn(), envelope);
        return copy;
    }

    static PlanReceived received(Fields fields, Envelope envelope) {
        return new PlanReceived(envelope, fields.required("sha256", Texts.SHA_256));
    }

    static PlanAccepted accepted(Fields fields, Envelope envelope) {
        PlanAccepted accepted =
                new PlanAccepted(
                        envelope,
                        fields.required("acceptedBy", Texts.TITLE),
                        fields.required("acceptedOn", Kinds.DATE));
        Rules.happened(fields, "acceptedOn", accepted.acceptedOn(), envelope);
        return accepted;
    }

    static PlanQueried queried(Fields fields, Envelope envelope) {
        return new PlanQueried(envelope, fields.required("question", Texts.STATEMENT));
    }

    static PlanDeclined declined(Fields fields, Envelope envelope) {
        return new PlanDeclined(
                envelope,
                fields.required("reason", Texts.STATEMENT),
                fields.optional("responsible", Kinds.ORGANISATION));
    }

    static PlanRecalled recalled(Fields fields, Envelope envelope) {
        return new PlanRecalled(envelope, fields.required("reason", Texts.STATEMENT));
    }

    /// Exactly these sections, each with text of its own.
    static Kind<Map<Section, String>> sections(Set<Section> exactly) {
        return Kind.object(
                fields -> {
                    Map<Section, String> sections = new EnumMap<>(Section.class);
                    exactly.forEach(s -> sections.put(s, fields.required(s.name(), Texts.CHAPTER)));
                    return sections;
                });
    }

    /// At least one section, each with text of its own.
    private static Kind<Map<Section, String>> someSections() {
        return Kind.object(
                fields -> {
                    Map<Section, String> sections = new EnumMap<>(Section.class);
                    for (Section section : Section.values()) {
                        String text = fields.optional(section.name(), Texts.CHAPTER);
                        if (text != null) {
                            sections.put(section, text);
                        }
                    }
                    if (sections.isEmpty()) {
                        fields.here()
                                .note("There is no section here.", "Send at least one section.");
                    }
                    return sections;
                });
    }

    private static Plan whole(Fields fields) {
        Plan plan = plan(fields, sections(EnumSet.allOf(Section.class)));
        return new Plan(
                plan.reference(),
                plan.madeOn(),
                plan.lastReviewedOn(),
                plan.sections(),
                fields.list("appendices", APPENDIX, 50));
    }

    private static Appendix appendix(Fields fields) {
        return new Appendix(
                fields.required("title", Texts.TITLE),
                fields.required("document", Kinds.UNIQUE_ID));
    }

    private static Plan plan(Fields fields, Kind<Map<Section, String>> sections) {
        Plan plan =
                new Plan(
                        fields.required("reference", Texts.REFERENCE),
                        fields.required("madeOn", Kinds.DATE),
                        fields.optional("lastReviewedOn", Kinds.DATE),
                        fields.required("sections", sections));
        Rules.inOrder(fields, "madeOn", plan.madeOn(), "lastReviewedOn", plan.lastReviewedOn());
        return plan;
    }

    private static Commissioners commissioners(Fields fields) {
        return new Commissioners(
                fields.required("old", Kinds.ORGANISATION),
                fields.required("new", Kinds.ORGANISATION));
    }
}
