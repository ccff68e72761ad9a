package org.ehcexchange.ledger.children;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.ledger.Audit;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.children.ChildMatch.Known;
import org.ehcexchange.ledger.children.Recognised.Doubtful;
import org.ehcexchange.ledger.children.Recognised.Same;
import org.ehcexchange.ledger.children.Recognised.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the child of a first message on record, and keeps what messages say of children.
@Component
public class Children {

    private final ChildRows rows;
    private final FactsOnRecord facts;
    private final Audit audit;

    Children(ChildRows rows, FactsOnRecord facts, Audit audit) {
        this.rows = rows;
        this.facts = facts;
        this.audit = audit;
    }

    /// Who a first message is about, and what is on record of them for the gate.
    public record Found(Recognised recognised, Facts facts) {}

    /// @param reference of the case it belongs to; absent where it belongs to none
    public Found recognise(Envelope envelope, @Nullable CaseReference reference) {
        ChildRows.Candidates found = rows.candidates(envelope.child(), envelope.from(), reference);
        Recognised recognised = Recognition.of(found.children(), envelope.child());
        return new Found(recognised, facts(recognised, found.ofCase()));
    }

    private Facts facts(Recognised recognised, @Nullable String ofCase) {
        Known known = recognised instanceof Same(Known same) ? same : null;
        List<String> columns =
                Stream.of(Optional.ofNullable(ofCase), Optional.ofNullable(known).map(Known::facts))
                        .flatMap(Optional::stream)
                        .toList();
        return facts.readAll(columns, known != null && known.protectedRecord());
    }

    /// Keeps the child of a first message that goes on.
    ///
    /// @return the child on record
    public long keep(Recognised recognised, Envelope first, Instant at) {
        long id =
                switch (recognised) {
                    case Same(Known known) -> known(known, first.child(), first.from());
                    case Unknown unknown -> rows.add(first.child(), first.from(), at);
                    case Doubtful doubtful ->
                            throw new IllegalStateException(
                                    "Message %s goes on before a person said who it is about"
                                            .formatted(first.messageId()));
                };
        tellMark(first, recognised instanceof Same(Known known) && known.protectedRecord());
        return id;
    }

    /// Takes over what somebody says of a child on record.
    long known(Known known, Child child, OrganisationCode from) {
        if (saysMore(child, known)) {
            rows.learn(known.id(), child, from);
        }
        return known.id();
    }

    private static boolean saysMore(Child child, Known known) {
        return (known.nhsNumber() == null && child.nhsNumber() != null)
                || (known.upn() == null && child.upn() != null)
                || (!known.protectedRecord() && child.protectedRecord());
    }

    /// Keeps the child of a first message that a person let go on.
    public long keepReleased(Envelope first, Instant at) {
        Child child = first.child();
        boolean before = meant(child, first.from()).map(Known::protectedRecord).orElse(false);
        long id = keepMeant(child, first.from(), at);
        tellMark(first, before);
        return id;
    }

    /// Keeps a child of whom a person said who it is: the one on record whom they meant, as it is
    /// described now, or one new to the record.
    long keepMeant(Child child, OrganisationCode from, Instant at) {
        Optional<Known> meant = meant(child, from);
        meant.ifPresent(known -> describe(known, child, from));
        return meant.map(Known::id).orElseGet(() -> rows.addAnother(child, from, at));
    }

    private Optional<Known> meant(Child child, OrganisationCode from) {
        return Recognition.meant(rows.candidates(child, from), child);
    }

    private void describe(Known known, Child child, OrganisationCode from) {
        rows.learn(known.id(), child, from);
        if (!ChildMatch.otherPerson(known, child).isEmpty()) {
            rows.describe(known.id(), child);
        }
    }

    /// Keeps the mark that an answer or a later message carries.
    public void heed(Known known, Envelope later) {
        if (later.child().protectedRecord() && !known.protectedRecord()) {
            rows.protect(known.id());
            tellMark(later, false);
        }
    }

    private void tellMark(Envelope message, boolean before) {
        if (message.child().protectedRecord() && !before) {
            audit.add(
                    new Audit.Act(
                            message.from().value(),
                            "protected",
                            message.messageId(),
                            message.conversationId(),
                            Map.of("reason", "the message says so")));
        }
    }
}
