package org.ehcexchange.ledger.casesleft;

import org.ehcexchange.canonical.AdviceReturn;
import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OpenRequests;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.ledger.casesleft.CasesLeft.How;
import org.ehcexchange.ledger.casesleft.CasesLeft.Left;
import org.ehcexchange.ledger.conversation.ConversationRows;
import org.ehcexchange.ledger.conversation.State;
import org.ehcexchange.ledger.succession.CaseHolders;
import org.ehcexchange.timekeeping.Subject;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Where advice goes that was asked for by an authority whose plan moved: to the new authority,
/// where the old one chose so and this exchange serves both.
@Component
public class Repointing {

    private final CasesLeft cases;
    private final CaseHolders holders;
    private final Directory directory;

    Repointing(CasesLeft cases, CaseHolders holders, Directory directory) {
        this.cases = cases;
        this.holders = holders;
        this.directory = directory;
    }

    /// What the adviser is told when the request is taken back.
    String words(Left left, OrganisationCode old) {
        if (left.how() == How.EXPORTED) {
            return "The child moved to another area on %s, before there was a plan; this advice is no longer needed."
                    .formatted(left.on());
        }
        return switch (left.requests()) {
            case WITHDRAW ->
                    "The plan was transferred to another authority on %s; this advice is no longer needed."
                            .formatted(left.on());
            case RE_POINT -> repointed(left, old);
        };
    }

    private String repointed(Left left, OrganisationCode old) {
        String moved =
                "The plan was transferred to %s on %s, ".formatted(left.successor(), left.on());
        return goesOn(left, old)
                ? moved
                        + "so answer to that authority: advice you give in this conversation goes"
                        + " there."
                : moved + "which may ask for this advice itself; send nothing more to " + old + ".";
    }

    private boolean goesOn(Left left, OrganisationCode old) {
        OrganisationCode successor = left.successor();
        return left.requests() == OpenRequests.RE_POINT
                && successor != null
                && !directory.isElsewhere(old)
                && !directory.isElsewhere(successor);
    }

    /// Who gets advice that comes in a conversation that was taken back; empty where it goes to
    /// whom it was for.
    public Optional<OrganisationCode> of(ConversationRows.Open open, EhcMessage message) {
        CaseReference reference = open.caseReference();
        return message instanceof AdviceReturn && reference != null
                ? left(open.authority(), reference)
                        .filter(left -> goesOn(left, open.authority()))
                        .map(Left::successor)
                : Optional.empty();
    }

    private Optional<Left> left(OrganisationCode authority, CaseReference reference) {
        return cases.find(new Subject.Case(holders.one(authority, reference), reference));
    }

    /// Whether the adviser answers the new authority, as it was told to.
    public boolean isAnswer(ConversationRows.Open open, EhcMessage message) {
        Envelope envelope = message.envelope();
        return open.state() == State.WITHDRAWN
                && envelope.from().equals(open.adviser())
                && of(open, message).filter(envelope.to()::equals).isPresent();
    }
}
