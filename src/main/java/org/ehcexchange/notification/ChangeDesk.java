package org.ehcexchange.notification;

import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.commissioner.PlansOnRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where those whom a change of commissioner concerns see it, approve it and start it.
@Component
class ChangeDesk implements Changes {

    private final ChangeLists lists;
    private final ChangeRows rows;
    private final PlansOnRecord plans;
    private final Approvals approvals;
    private final Dismissals dismissals;
    private final Starts starts;
    private final InstantSource clock;

    ChangeDesk(
            ChangeLists lists,
            ChangeRows rows,
            PlansOnRecord plans,
            Approvals approvals,
            Dismissals dismissals,
            Starts starts,
            InstantSource clock) {
        this.lists = lists;
        this.rows = rows;
        this.plans = plans;
        this.approvals = approvals;
        this.dismissals = dismissals;
        this.starts = starts;
        this.clock = clock;
    }

    @Override
    public Page page(OrganisationCode caller, Query query) {
        List<Item> found = lists.newest(caller, query, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Item> page = more ? found.subList(0, query.limit()) : found;
        return new Page(page, more ? page.getLast().id() : null);
    }

    @Override
    public Optional<Whole> find(OrganisationCode caller, ConversationId id) {
        return lists.find(caller, id).map(item -> new Whole(item, draft(caller, id)));
    }

    private @Nullable EhcMessage draft(OrganisationCode caller, ConversationId id) {
        return rows.find(id)
                .filter(change -> change.state() == ChangeState.WAITING)
                .filter(change -> change.successor() != null)
                .filter(change -> lists.isOld(caller, change))
                .flatMap(this::draft)
                .orElse(null);
    }

    private Optional<EhcMessage> draft(Change change) {
        return plans.in(change.planConversation())
                .map(
                        plan ->
                                new ChangeLetters(change, plan)
                                        .notification(change.resolvedSuccessor(), clock.instant()));
    }

    @Override
    public Approving approve(OrganisationCode caller, ConversationId id, Map<String, Object> said) {
        return approvals.approve(caller, id, said);
    }

    @Override
    public Dismissing dismiss(By by, ConversationId id, Map<String, Object> said) {
        return dismissals.dismiss(by, id, said);
    }

    @Override
    public Starting start(By by, Map<String, Object> said, String sha256) {
        return starts.start(by, said, sha256);
    }
}
