package org.ehcexchange.directory;

import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.OrganisationCode;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the people of one organisation, and remembers the line of each.
final class PeoplePage {

    private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9._%+'@-]{3,254}");

    /// One plain address, without a name, a comment or quotation: at most 64 characters before the
    /// @ and 254 in all (RFC 5321, section 4.5.3.1).
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?=[^@]{1,64}@)(?=.{6,254}$)[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    private final Page page;
    private final Fields fields;
    private final OrganisationCode organisation;
    private final Map<String, Integer> lines = new HashMap<>();

    PeoplePage(Page page, Fields fields, OrganisationCode organisation) {
        this.page = page;
        this.fields = fields;
        this.organisation = organisation;
    }

    Map<String, Integer> lines() {
        return Map.copyOf(lines);
    }

    List<Person> read(Set<Role> roles) {
        return fields.has("people")
                ? fields.nestedList("people", item -> person(item, roles))
                : List.of();
    }

    private Optional<Person> person(Fields item, Set<Role> roles) {
        Value signIn = item.required("sign-in");
        String name = item.required("name").text();
        Set<Duty> duties = duties(item, roles);
        String hash = new SecretHashes(page, item).read("password").orElse(null);
        String email = email(item);
        return signIn(item, signIn)
                .map(known -> new Person(known, name, organisation, duties, hash, email));
    }

    private static @Nullable String email(Fields item) {
        Optional<Value> given = item.text("email");
        given.filter(value -> !EMAIL.matcher(value.text()).matches())
                .ifPresent(
                        value ->
                                item.problem(
                                        value.line(),
                                        "'email' is not one email address such as"
                                                + " office@hilltop.example: correct it, or leave it"
                                                + " out for no notices"));
        return given.map(Value::text).orElse(null);
    }

    private Optional<String> signIn(Fields item, Value value) {
        String signIn = value.text().toLowerCase(Locale.ROOT);
        if (!value.isMissing() && !SIGN_IN.matcher(signIn).matches()) {
            item.problem(
                    value.line(),
                    "'sign-in' is not an email address or a name of 3 or more letters, digits, dots"
                            + " and hyphens");
            return Optional.empty();
        }
        if (!value.isMissing() && lines.putIfAbsent(signIn, value.line()) != null) {
            item.problem(value.line(), "'sign-in' is another person's of the same file");
            return Optional.empty();
        }
        return Optional.of(signIn).filter(given -> !given.isEmpty());
    }

    private static Set<Duty> duties(Fields item, Set<Role> roles) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        int line = item.line("duties");
        List<Value> words = item.list("duties");
        for (Value word : words) {
            Optional<Duty> known = Code.find(Duty.class, word.text());
            known.ifPresent(duties::add);
            if (known.filter(duty -> roles.isEmpty() || roles.stream().anyMatch(duty::isFor))
                    .isEmpty()) {
                item.problem(
                        word.line(),
                        "'%s' is not a duty for this organisation's people: use %s"
                                .formatted(word.text(), fitting(roles)));
            }
        }
        if (words.isEmpty()) {
            item.problem(line, "'duties' names none: give at least one of " + fitting(roles));
        }
        return duties;
    }

    private static String fitting(Set<Role> roles) {
        return Arrays.stream(Duty.values())
                .filter(duty -> roles.stream().anyMatch(duty::isFor))
                .map(Duty::code)
                .collect(Collectors.joining(", "));
    }
}
