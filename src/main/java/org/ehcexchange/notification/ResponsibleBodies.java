package org.ehcexchange.notification;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Commissioner;
import org.ehcexchange.directory.Current;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// Finds who the old and the new commissioner are today: as stated, else as the directory has it; a
/// closed CCG is the board that took over.
@Component
class ResponsibleBodies {

    private final Directory directory;

    ResponsibleBodies(Directory directory) {
        this.directory = directory;
    }

    /// Who they are, as far as anybody can say.
    sealed interface Resolved {
        /// @param successor absent where nobody can say who it is
        /// @param why then, in a plain sentence; else absent
        record Two(Organisation old, @Nullable OrganisationCode successor, @Nullable String why)
                implements Resolved {}

        record SameBody(Organisation body, String why) implements Resolved {}

        record Open(String why) implements Resolved {}
    }

    Resolved resolve(Change change, LocalDate day) {
        Answer old = one(change.statedOld(), change.authority(), day);
        Answer successor = one(change.statedNew(), change.next(), day);
        Organisation before = old.organisation();
        Organisation after = successor.organisation();
        if (before == null) {
            return new Resolved.Open(String.valueOf(old.why()));
        }
        if (after == null) {
            return new Resolved.Two(before, null, successor.why());
        }
        return before.code().equals(after.code())
                ? new Resolved.SameBody(before, same(change, before))
                : new Resolved.Two(before, after.code(), null);
    }

    private static String same(Change change, Organisation body) {
        boolean asStated =
                change.statedOld() == null
                        || (change.statedOld().equals(body.code())
                                && body.code().equals(change.statedNew()));
        String how =
                asStated
                        ? ""
                        : " (%s and %s are %s today)"
                                .formatted(change.statedOld(), change.statedNew(), body.code());
        return "%s is responsible before and after%s: no other commissioner becomes responsible, so nobody is told (SEND Regulations 2014, reg. 16)"
                .formatted(body.code(), how);
    }

    /// @param organisation absent where `why` says why
    private record Answer(@Nullable Organisation organisation, @Nullable String why) {}

    private Answer one(
            @Nullable OrganisationCode stated, OrganisationCode authority, LocalDate day) {
        return stated == null ? ofAuthority(authority, day) : today(stated, day);
    }

    private Answer ofAuthority(OrganisationCode authority, LocalDate day) {
        return switch (directory.commissionerOf(authority, null, day)) {
            case Commissioner.One one -> new Answer(one.organisation(), null);
            case Commissioner.Several several ->
                    new Answer(
                            null,
                            "several commissioners serve %s (%s): a person must say which"
                                    .formatted(authority, codes(several.among())));
            case Commissioner.Nobody nobody -> new Answer(null, nobody.why());
        };
    }

    private static String codes(List<Organisation> among) {
        return among.stream().map(o -> o.code().value()).collect(Collectors.joining(", "));
    }

    /// A stated commissioner, or who took over from it.
    private Answer today(OrganisationCode stated, LocalDate day) {
        return switch (directory.current(stated, day)) {
            case Current.Open open -> commissioner(open.organisation());
            case Current.Succeeded succeeded -> commissioner(succeeded.organisation());
            case Current.Choice choice -> new Answer(null, choice.why());
            case Current.Nobody nobody -> new Answer(null, nobody.why());
        };
    }

    private static Answer commissioner(Organisation organisation) {
        return organisation.is(Role.HEALTH_COMMISSIONER)
                ? new Answer(organisation, null)
                : new Answer(null, organisation.code() + " is not a health commissioner (CCG/ICB)");
    }

    /// Who a commissioner that a person names is today; empty with why where it is none.
    Resolved named(OrganisationCode old, OrganisationCode named, LocalDate day) {
        Answer answer = today(named, day);
        Organisation successor = answer.organisation();
        if (successor == null) {
            return new Resolved.Open(String.valueOf(answer.why()));
        }
        Organisation before = directory.find(old).orElse(successor);
        return successor.code().equals(old)
                ? new Resolved.SameBody(successor, old + " is the old commissioner itself")
                : new Resolved.Two(before, successor.code(), null);
    }
}
