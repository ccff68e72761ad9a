package org.ehcexchange.api;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.casefile.CaseFiles;
import org.ehcexchange.casefile.CaseFiles.Meant;
import org.ehcexchange.casefile.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.security.Principal;
import java.util.List;

/// Which case a request is about.
@Component
class CaseNaming {

    /// Stands in a path for a reference that a path cannot carry.
    private static final String IN_THE_QUERY = "-";

    private final CaseFiles cases;

    CaseNaming(CaseFiles cases) {
        this.cases = cases;
    }

    /// What the query says of it.
    ///
    /// @param reference the case's, where the path has `-`; absent where the path has it
    /// @param authority whose case it was; absent where there is only one of this reference
    record CaseQuery(@Nullable String reference, @Nullable String authority) {}

    /// @throws Refused when the caller has no such case, or it is not clear which one is meant
    CaseKey key(Principal caller, String path, CaseQuery query) {
        OrganisationCode body = new OrganisationCode(caller.getName());
        return switch (cases.meant(body, reference(path, query), holder(query.authority()))) {
            case Meant.One(CaseKey key) -> key;
            case Meant.Several(List<OrganisationCode> holders) -> throw several(holders);
            case Meant.Nobodys none -> throw Refused.notFound();
        };
    }

    private static CaseReference reference(String path, CaseQuery query) {
        String said = query.reference();
        return new CaseReference(path.equals(IN_THE_QUERY) && said != null ? said : path);
    }

    private static @Nullable OrganisationCode holder(@Nullable String code) {
        return code == null
                ? null
                : switch (OrganisationCode.parse(code)) {
                    case Parsed.Value<OrganisationCode>(OrganisationCode holder) -> holder;
                    case Parsed.Problem<OrganisationCode> none ->
                            throw Refused.malformed("", none.problem(), none.remedy());
                };
    }

    private static Refused several(List<OrganisationCode> holders) {
        return new Refused(
                Problem.CONFLICT,
                new Violation(
                        "",
                        "More than one authority that you took over from had a case of this"
                                + " reference.",
                        "Say in the query whose it was, such as ?authority="
                                + holders.getFirst()
                                + "; they are "
                                + holders
                                + "."));
    }
}
