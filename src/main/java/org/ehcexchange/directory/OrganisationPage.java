package org.ehcexchange.directory;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the keys of one organisation.
final class OrganisationPage {

    // Stands in while the rest of a file without a good code is read for its other problems.
    private static final OrganisationCode UNREADABLE = new OrganisationCode("SVC:unreadable");

    private static final String ODS = "ODS";
    private static final String NOTIFIES = "notifies-by-itself";

    private final Page page;
    private final Fields fields;
    private final RelationPage relations;

    OrganisationPage(Page page, MappingNode node) {
        this.page = page;
        this.fields = new Fields(page, node);
        this.relations = new RelationPage(fields);
    }

    /// Empty when the file does not even say which organisation it is.
    Optional<Entry> read() {
        Value code = fields.required("code");
        Optional<OrganisationCode> known = fields.code(code);
        Organisation organisation = organisation(known.orElse(UNREADABLE));
        PeoplePage people = new PeoplePage(page, fields, organisation.code());
        List<Person> read = people.read(organisation.roles());
        fields.refuseTheRest();
        return known.map(
                _ ->
                        new Entry(
                                organisation,
                                read,
                                page.file(),
                                new Entry.Lines(code.line(), relations.lines(), people.lines())));
    }

    private Organisation organisation(OrganisationCode code) {
        LocalDate opensOn = fields.date("opens-on");
        LocalDate closesOn = closesOn(opensOn);
        Set<Role> roles = roles();
        return new Organisation(
                code,
                fields.required("name").text(),
                roles,
                odsCode(code),
                opensOn,
                closesOn,
                successors(closesOn),
                channel(closesOn),
                new SecretHashes(page, fields).read("secret").orElse(null),
                relations.serves(roles),
                relations.belongsTo(roles),
                notifiesByItself(roles));
    }

    private @Nullable LocalDate closesOn(@Nullable LocalDate opensOn) {
        int line = fields.line("closes-on");
        LocalDate closesOn = fields.date("closes-on");
        if (opensOn != null && closesOn != null && !opensOn.isBefore(closesOn)) {
            fields.problem(
                    line, "'closes-on' is not after 'opens-on': it is the first day it is gone");
        }
        return closesOn;
    }

    private Set<Role> roles() {
        boolean given = fields.has("roles");
        List<Value> words = fields.list("roles");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> Code.find(Role.class, word.text()).ifPresent(roles::add));
        words.stream()
                .filter(word -> Code.find(Role.class, word.text()).isEmpty())
                .forEach(this::unknownRole);
        if (!given || words.isEmpty()) {
            fields.problem(fields.line(), "'roles' names no role: give at least one of " + known());
        }
        // The gate withholds fields by role, so an authority's services are separate organisations.
        if (roles.contains(Role.AUTHORITY) && roles.size() > 1) {
            fields.problem(
                    words.getFirst().line(),
                    "'authority' stands beside another role: give the authority's services files of"
                            + " their own, such as SVC:northshire-eps");
        }
        return roles;
    }

    private boolean notifiesByItself(Set<Role> roles) {
        int line = fields.line(NOTIFIES);
        if (fields.has(NOTIFIES) && !roles.contains(Role.HEALTH_COMMISSIONER)) {
            fields.problem(
                    line,
                    "'%s' is for the role health-commissioner: nobody else notifies"
                            .formatted(NOTIFIES));
        }
        String word = fields.text(NOTIFIES).map(Value::text).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            fields.problem(line, "'%s' is true or false".formatted(NOTIFIES));
        }
        return word.equals("true");
    }

    private void unknownRole(Value word) {
        fields.problem(word.line(), "'%s' is not a role: use %s".formatted(word.text(), known()));
    }

    private static String known() {
        return Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
    }

    private @Nullable String odsCode(OrganisationCode code) {
        Optional<Value> given = fields.text("ods-code");
        if (!code.scheme().equals(ODS)) {
            return given.map(Value::text).orElse(null);
        }
        String own = code.id();
        given.filter(value -> !value.text().equals(own))
                .ifPresent(
                        value ->
                                fields.problem(
                                        value.line(),
                                        "'ods-code' contradicts the code: leave it out"));
        return own;
    }

    private List<OrganisationCode> successors(@Nullable LocalDate closesOn) {
        List<Value> values = fields.list("successors");
        if (closesOn == null && !values.isEmpty()) {
            fields.problem(
                    values.getFirst().line(),
                    "'successors' needs 'closes-on', the day they took over");
        }
        return values.stream().flatMap(value -> fields.code(value).stream()).toList();
    }

    private @Nullable Channel channel(@Nullable LocalDate closesOn) {
        if (!fields.has("channel") && closesOn == null) {
            fields.problem(
                    fields.line(),
                    "'channel' is missing: say how it is reached, or give 'closes-on' if it is"
                            + " closed");
        }
        return fields.nested("channel", new ChannelPage(page)::read).orElse(null);
    }
}
