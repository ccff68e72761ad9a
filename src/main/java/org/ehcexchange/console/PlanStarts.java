package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.directory.Duty;
import org.ehcexchange.worktray.PlanBeginnings;
import org.ehcexchange.worktray.PlanDraft;
import org.ehcexchange.worktray.PlanDrafts;
import org.ehcexchange.worktray.PlanField;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The transfers that caseworkers of an authority began; what is another's is not there.
@Component
class PlanStarts {

    private final PlanDrafts drafts;
    private final PlanBeginnings beginnings;
    private final Bodies bodies;
    private final Looks looks;

    PlanStarts(PlanDrafts drafts, PlanBeginnings beginnings, Bodies bodies, Looks looks) {
        this.drafts = drafts;
        this.beginnings = beginnings;
        this.bodies = bodies;
        this.looks = looks;
    }

    /// One that was begun.
    ///
    /// @param plan its reference; what to call it where it has none yet
    record Line(String id, String plan, String to) {}

    static void onlyFor(SignedIn you) {
        if (!you.has(Duty.CASEWORKER)) {
            throw NotThere.answer();
        }
    }

    List<Line> lines(SignedIn you) {
        return drafts.of(you.code()).stream().map(this::line).toList();
    }

    private Line line(PlanDraft draft) {
        String plan = draft.text(PlanField.PLAN_REFERENCE);
        return new Line(
                draft.id().toString(),
                plan.isEmpty() ? "A plan without a reference yet" : plan,
                bodies.name(draft.text(PlanField.TO)));
    }

    PlanDraft draft(SignedIn you, UUID id) {
        onlyFor(you);
        return drafts.find(you.code(), id).orElseThrow(NotThere::answer);
    }

    /// Whether it was sent, or thrown away, meanwhile.
    boolean isGone(SignedIn you, UUID id) {
        return drafts.find(you.code(), id).isEmpty();
    }

    void save(SignedIn you, PlanDraft draft) {
        drafts.save(you.code(), draft, you.getName());
    }

    void delete(SignedIn you, UUID id) {
        drafts.delete(you.code(), id);
    }

    PlanDraft begin(SignedIn you) {
        PlanDraft draft = PlanDraft.begun();
        save(you, draft);
        return draft;
    }

    /// Empty where nothing of the authority's has this reference.
    Optional<PlanDraft> begin(SignedIn you, CaseReference reference) {
        return beginnings.find(you.code(), reference).flatMap(id -> begin(you, id));
    }

    /// One that answers a question goes on as it was begun; empty where the conversation is not the
    /// authority's.
    Optional<PlanDraft> begin(SignedIn you, ConversationId conversation) {
        Optional<PlanDraft> begun = drafts.find(you.code(), conversation.value());
        if (begun.isPresent()) {
            return begun;
        }
        Optional<PlanDraft> draft = beginnings.from(you.code(), conversation);
        draft.ifPresent(
                filled -> {
                    looks.viewed(you, conversation, "ehc-plan-transfer");
                    save(you, filled);
                });
        return draft;
    }
}
