package org.ehcexchange.console;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.ledger.reading.AuditTrail.Line;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// One entry of the audit, in words.
///
/// @param conversation its path; absent where the entry is about none
record AuditLine(
        String at,
        String who,
        String organisation,
        String act,
        String purpose,
        @Nullable String conversation,
        String detail) {

    static AuditLine of(Line line, Names names) {
        return new AuditLine(
                Words.moment(line.at()),
                Words.orNothing(line.person()),
                organisation(line.actor(), names),
                Words.plain(line.act()),
                Words.orNothing(line.purpose()),
                line.conversation() == null ? null : "/conversations/" + line.conversation(),
                detail(line.detail()));
    }

    private static String organisation(String actor, Names names) {
        return OrganisationCode.parse(actor) instanceof Parsed.Value<OrganisationCode>(var code)
                ? names.of(code)
                : "The exchange itself";
    }

    static String detail(Map<String, Object> detail) {
        return detail.entrySet().stream()
                .map(each -> each.getKey() + ": " + Objects.toString(each.getValue()))
                .collect(Collectors.joining("; "));
    }
}
