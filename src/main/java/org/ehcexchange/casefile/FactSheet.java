package org.ehcexchange.casefile;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.disclosure.Agreement;
import org.ehcexchange.disclosure.Facts;
import org.ehcexchange.disclosure.Objection;
import org.ehcexchange.disclosure.Opinion;
import org.ehcexchange.disclosure.RecordedConsent;
import org.ehcexchange.ledger.FactsOnRecord;
import org.ehcexchange.ledger.Rows;
import org.ehcexchange.ledger.succession.Parties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Makes facts for the gate of records: a consent with the day it was taken back, the rest as it
/// stands.
@Component
class FactSheet implements FactsOnRecord {

    private final Rows rows;
    private final Parties parties;

    FactSheet(Rows rows, Parties parties) {
        this.rows = rows;
        this.parties = parties;
    }

    /// As [FactsOnRecord#COLUMN] has it.
    ///
    /// @param of whose message the gate is asked about
    record Column(OrganisationCode of, List<Fact> facts) {}

    /// As the view `fact_on_record` has it.
    record Fact(
            OrganisationCode authority, CaseReference caseReference, Map<String, Object> record) {

        Stated read(OrganisationCode by) {
            return new Stated(authority, caseReference, by, RecordReader.recorded(record));
        }
    }

    /// A record, and whose it is.
    ///
    /// @param authority in whose file it is
    /// @param by who states it today
    record Stated(
            OrganisationCode authority,
            CaseReference caseReference,
            OrganisationCode by,
            CaseRecord record) {

        boolean withdraws(Stated given) {
            return record.matter() instanceof Matter.ConsentWithdrawn(UUID consent)
                    && names(consent, given);
        }

        boolean takesAway(Stated other) {
            return record.matter() instanceof Matter.TakenBack(UUID taken) && names(taken, other);
        }

        private boolean names(UUID id, Stated other) {
            return id.equals(other.record.id())
                    && caseReference.equals(other.caseReference)
                    && authority.equals(other.authority);
        }

        LocalDate on() {
            return record.on();
        }

        /// For what must have an author to be recorded.
        String author() {
            return String.valueOf(record.author());
        }
    }

    @Override
    public Facts readAll(Collection<String> columns, boolean protectedChild) {
        if (columns.isEmpty()) {
            return Facts.of(protectedChild);
        }
        List<Stated> stated = standing(columns.stream().flatMap(this::stated).toList());
        return new Facts(
                protectedChild,
                each(
                        stated,
                        Matter.ConsentGiven.class,
                        (one, given) -> consent(one, given, stated)),
                each(stated, Matter.ObjectionNoted.class, FactSheet::objection),
                each(stated, Matter.OpinionFormed.class, FactSheet::opinion),
                each(stated, Matter.Agreed.class, FactSheet::agreement));
    }

    /// An authority that took over states what its predecessor stated.
    private Stream<Stated> stated(String json) {
        Column column = rows.value(json, Column.class);
        Set<OrganisationCode> authorities = parties.oneWith(column.of());
        return column.facts().stream()
                .filter(fact -> authorities.contains(fact.authority()))
                .map(fact -> fact.read(column.of()));
    }

    /// Those that nobody has taken back. A consent is no less a fact for that: it keeps the day.
    private static List<Stated> standing(List<Stated> all) {
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> other.takesAway(one)))
                .toList();
    }

    private static <M extends Matter, T> List<T> each(
            List<Stated> stated, Class<M> matter, BiFunction<Stated, M, T> fact) {
        return stated.stream()
                .filter(one -> matter.isInstance(one.record().matter()))
                .map(one -> fact.apply(one, matter.cast(one.record().matter())))
                .toList();
    }

    private static RecordedConsent consent(
            Stated one, Matter.ConsentGiven given, List<Stated> all) {
        return new RecordedConsent(
                new Consent(given.givenBy(), one.on(), given.scope(), takenBackOn(one, all)),
                given.sections(),
                given.recipients());
    }

    private static @Nullable LocalDate takenBackOn(Stated given, List<Stated> all) {
        return all.stream()
                .filter(one -> one.withdraws(given))
                .map(Stated::on)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static Objection objection(Stated one, Matter.ObjectionNoted noted) {
        return new Objection(noted.by(), one.on(), noted.recipients());
    }

    private static Opinion opinion(Stated one, Matter.OpinionFormed formed) {
        return new Opinion(one.by(), one.on(), formed.reasons(), formed.recipients());
    }

    private static Agreement agreement(Stated one, Matter.Agreed agreed) {
        return new Agreement(
                agreed.by(), agreed.adviceType(), agreed.adviser(), one.on(), one.author());
    }
}
