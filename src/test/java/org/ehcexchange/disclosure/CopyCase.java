package org.ehcexchange.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.Consent;
import org.ehcexchange.canonical.ConsentGiver;
import org.ehcexchange.canonical.DisclosureKind;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Ground;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.PlanDisclosure;
import org.ehcexchange.canonical.PlanEvent;
import org.ehcexchange.canonical.Purpose;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One case of plan-copies.json: Northshire gives a copy of a plan, about a child of eleven unless
/// the case says when they were born. What a case leaves out is usual: the whole plan, for anyone.
record CopyCase(JsonNode tree) {

    private static final Path CASES = Path.of("src/test/resources/disclosure/plan-copies.json");

    static Stream<CopyCase> all() throws IOException {
        return new ObjectMapper().readTree(CASES.toFile()).valueStream().map(CopyCase::new);
    }

    String name() {
        return text("case");
    }

    Organisation recipient() {
        return Bodies.named(text("to"));
    }

    EhcMessage message() {
        Letters letters = new Letters(Bodies.NORTHSHIRE, recipient(), ground());
        PlanEvent event = Code.find(PlanEvent.class, text("event")).orElseThrow();
        EhcMessage copy =
                letters.planCopy(
                        event,
                        tree.path("documents").asInt(),
                        sections(tree, "sends").toArray(Section[]::new));
        return Scissors.withChild(copy, child());
    }

    private static Child child(LocalDate born) {
        Child c = Letters.CHILD;
        return new Child(
                c.reference(),
                c.nhsNumber(),
                c.upn(),
                c.familyName(),
                c.givenNames(),
                born,
                c.sex(),
                c.postcode(),
                c.protectedRecord());
    }

    private Child child() {
        return tree.has("born") ? child(LocalDate.parse(text("born"))) : Letters.CHILD;
    }

    private Ground ground() {
        return new Ground(
                Purpose.EHC_PLAN_DISCLOSURE,
                "SEND Regulations 2014, " + text("provision"),
                tree.has("says") ? consent(tree.path("says")) : null,
                disclosure());
    }

    private @Nullable PlanDisclosure disclosure() {
        return tree.has("ground")
                ? new PlanDisclosure(
                        Code.find(DisclosureKind.class, text("ground")).orElseThrow(),
                        tree.path("reference").textValue())
                : null;
    }

    Facts facts() {
        return new Facts(
                false,
                each("consents").map(CopyCase::recorded).toList(),
                each("objections").map(CopyCase::objection).toList(),
                each("opinions").map(CopyCase::opinion).toList(),
                List.of());
    }

    private static RecordedConsent recorded(JsonNode of) {
        return new RecordedConsent(consent(of), sections(of, "sections"), audience(of, "for"));
    }

    private static Consent consent(JsonNode of) {
        return new Consent(
                giver(of),
                date(of, "on"),
                "sharing",
                of.has("withdrawn") ? date(of, "withdrawn") : null);
    }

    private static Objection objection(JsonNode of) {
        return new Objection(giver(of), date(of, "on"), audience(of, "about"));
    }

    private static Opinion opinion(JsonNode of) {
        return new Opinion(
                new OrganisationCode(of.path("by").asText("LA:998")),
                date(of, "on"),
                of.path("reasons").asText("They cannot plan without it."),
                audience(of, "for"));
    }

    private static ConsentGiver giver(JsonNode of) {
        return Code.find(ConsentGiver.class, of.path("by").asText()).orElseThrow();
    }

    private static LocalDate date(JsonNode of, String field) {
        return LocalDate.parse(of.path(field).asText());
    }

    private static Audience audience(JsonNode of, String field) {
        if (!of.has(field)) {
            return Audience.ANYONE;
        }
        List<String> words = words(of, field);
        return new Audience(
                words.stream()
                        .flatMap(word -> Code.find(Role.class, word).stream())
                        .collect(Collectors.toSet()),
                words.stream()
                        .filter(word -> word.contains(":"))
                        .map(OrganisationCode::new)
                        .collect(Collectors.toSet()));
    }

    /// What is left; empty where the case is refused.
    Set<Section> goes() {
        return tree.has("goes") ? sections(tree, "goes") : Set.of();
    }

    /// The sections that were sent and did not go.
    Set<String> missing() {
        Set<Section> missing = new HashSet<>(sections(tree, "sends"));
        missing.removeAll(goes());
        return missing.stream().map(Section::name).collect(Collectors.toSet());
    }

    List<String> notes() {
        return each("notes").map(JsonNode::asText).toList();
    }

    List<String> refused() {
        return each("refused").map(JsonNode::asText).toList();
    }

    /// A case names a reason by its pointer, or by its words.
    List<String> inTheWordsExpected(List<Violation> reasons) {
        boolean byPointer = refused().stream().allMatch(reason -> reason.startsWith("/"));
        return reasons.stream().map(byPointer ? Violation::pointer : Violation::problem).toList();
    }

    private static Set<Section> sections(JsonNode of, String field) {
        return of.has(field)
                ? words(of, field).stream()
                        .map(Section::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)))
                : EnumSet.allOf(Section.class);
    }

    private static List<String> words(JsonNode of, String field) {
        return Arrays.asList(of.path(field).asText().split(" "));
    }

    private String text(String field) {
        return tree.path(field).asText();
    }

    private Stream<JsonNode> each(String field) {
        return tree.path(field).valueStream();
    }
}
