package org.ehcexchange.worktray;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Plan;
import org.ehcexchange.canonical.PlanTransfer;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fills the forms of a plan's transfer with what is on record, so that nobody types it twice.
final class Copied {

    private final Map<String, String> boxes = new LinkedHashMap<>();

    private Copied() {}

    static PlanDraft child(PlanDraft draft, Child child) {
        return draft.with(new Copied().put(child).boxes);
    }

    /// All but where it goes: the plan as it was sent before.
    static PlanDraft plan(PlanDraft draft, PlanTransfer sent) {
        Copied copied =
                new Copied()
                        .put(sent.envelope().child())
                        .put(sent.plan())
                        .put(PlanField.MOVED_ON, sent.movedOn())
                        .put(PlanField.AWARE_ON, sent.awareOn())
                        .put(PlanField.OPEN_REQUESTS, code(sent.openRequests()));
        PlanDraft filled = draft.with(copied.boxes);
        for (DocumentReference document : sent.envelope().documents()) {
            filled = filled.with(document);
        }
        return filled;
    }

    static PlanDraft to(PlanDraft draft, OrganisationCode authority) {
        return draft.with(Map.of(PlanField.TO.path(), authority.value()));
    }

    private Copied put(Child child) {
        var number = child.nhsNumber();
        var upn = child.upn();
        return put(PlanField.CHILD_REFERENCE, child.reference())
                .put(PlanField.FAMILY_NAME, child.familyName())
                .put(PlanField.GIVEN_NAMES, String.join(" ", child.givenNames()))
                .put(PlanField.DATE_OF_BIRTH, child.dateOfBirth())
                .put(PlanField.NHS_NUMBER, number == null ? null : number.value())
                .put(PlanField.UPN, upn == null ? null : upn.value())
                .put(PlanField.SEX, code(child.sex()))
                .put(PlanField.POSTCODE, child.postcode())
                .put(PlanField.PROTECTED, child.protectedRecord() ? "true" : null);
    }

    private Copied put(Plan plan) {
        plan.sections()
                .forEach(
                        (section, text) ->
                                boxes.put(PlanField.valueOf(section.name()).path(), text));
        return put(PlanField.PLAN_REFERENCE, plan.reference())
                .put(PlanField.MADE_ON, plan.madeOn())
                .put(PlanField.REVIEWED_ON, plan.lastReviewedOn());
    }

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    private Copied put(PlanField field, @Nullable String text) {
        if (text != null) {
            boxes.put(field.path(), text);
        }
        return this;
    }

    private Copied put(PlanField field, @Nullable LocalDate day) {
        if (day != null) {
            List<String> names = field.boxes();
            boxes.put(names.get(0), String.valueOf(day.getDayOfMonth()));
            boxes.put(names.get(1), String.valueOf(day.getMonthValue()));
            boxes.put(names.get(2), String.valueOf(day.getYear()));
        }
        return this;
    }
}
