package org.ehcexchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ehcexchange.canonical.Violation;
import org.ehcexchange.mapping.Mappings.Direction;
import org.ehcexchange.mapping.Mappings.Mapped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// A folder of mappings: what an expression can do, and what is refused before it is used.
class JsonataMappingsTests {

    private static final String ID = "6f0b1a52-9a3f-4c06-8a43-0f6f8f5a2c11";

    @TempDir Path folder;

    @BeforeEach
    void writeCodeTable() throws IOException {
        write("codes/sex.csv", "canonical,wire,source\nfemale,F,made up\nmale,M,made up\n");
    }

    @Test
    void mapsWithCodesContextAndStableIdentifiers() throws IOException {
        mapping("{'sex': $code('sex', sex), 'on': $context.day, 'id': $uuid('task')}");

        var first = run(Map.of("sex", "female", "messageId", ID), Map.of("day", "2026-05-11"));
        var second = run(Map.of("sex", "female", "messageId", ID), Map.of("day", "2026-05-11"));

        assertThat(tree(first)).containsEntry("sex", "F").containsEntry("on", "2026-05-11");
        assertThat(UUID.fromString(tree(first).get("id").toString()).version()).isEqualTo(5);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void namesTheTableAndTheAllowedWordsOfAnUnknownCode() throws IOException {
        mapping("{'sex': $code('sex', child.sex, '/child/sex')}");

        assertThat(violations(run(Map.of("child", Map.of("sex", "secret")), Map.of())))
                .containsExactly(
                        new Violation(
                                "/child/sex",
                                "The code is not one of the table \"sex\".",
                                "Use one of: female, male."));
    }

    @Test
    void leavesAnAbsentCodeAbsent() throws IOException {
        mapping("{'sex': $code('sex', sex), 'name': name}");

        assertThat(tree(run(Map.of("name", "x"), Map.of()))).containsOnlyKeys("name");
    }

    @Test
    void collectsEveryRefusal() throws IOException {
        mapping("( $refuse('/a', 'No.', 'Do.'); $refuse('/b', 'Nor.', 'Do too.'); {} )");

        assertThat(violations(run(Map.of(), Map.of())))
                .extracting(Violation::pointer)
                .containsExactly("/a", "/b");
    }

    @Test
    void refusesWhatItNeverRead() throws IOException {
        mapping("{'names': child.given, 'items': items.{'a': a}}");

        var input =
                Map.of(
                        "child", Map.of("given", List.of("x"), "shoe~size/eu", "38"),
                        "items", List.of(Map.of("a", 1), Map.of("a", 2, "b", 3)),
                        "extra", true);

        assertThat(violations(run(input, Map.of())))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/child/shoe~0size~1eu", "/items/1/b", "/extra");
    }

    @Test
    void takesAnObjectCopiedWholeAsRead() throws IOException {
        mapping("{'all': child}");

        assertThat(tree(run(Map.of("child", Map.of("deep", Map.of("er", 1))), Map.of())))
                .containsEntry("all", Map.of("deep", Map.of("er", 1)));
    }

    @Test
    void takesNullAsAbsent() throws IOException {
        mapping("{'has': $exists(name)}");
        var input = new HashMap<String, Object>();
        input.put("name", null);
        input.put("other", null);

        assertThat(tree(run(input, Map.of()))).containsEntry("has", false);
    }

    @Test
    void leavesOutWhatTheHeaderDeclares() throws IOException {
        write(
                "note.to.jsonata",
                "/*\n * profile: p 1\n * message: note\n * direction: to\n * drops:\n"
                        + " *   /list/+/b  no place for it\n */\n{'a': list.a}");

        var mappings = new JsonataMappings(folder);
        var input = Map.<String, Object>of("list", List.of(Map.of("a", 1, "b", Map.of("c", 2))));

        assertThat(mappings.map("school", "note", Direction.TO, input, Map.of()))
                .isEqualTo(new Mapped.Tree(Map.of("a", 1)));
        assertThat(mappings.leftOut("school", "note", Direction.TO)).containsExactly("/list/+/b");
    }

    @Test
    void answersAFailureOfTheExpressionWithoutRepeatingTheValue() throws IOException {
        mapping("\n{'n': $number(text)}");

        var violations = violations(run(Map.of("text", "Personal Value"), Map.of()));

        assertThat(violations)
                .singleElement()
                .satisfies(v -> assertThat(v.problem()).contains("school/note.to line"))
                .satisfies(v -> assertThat(v.toString()).doesNotContain("Personal Value"));
    }

    @Test
    void runsOnManyThreadsWithoutMixingTheirInputs() throws Exception {
        mapping(
                "( $greet := function($x) { $x & '-' & $context.n & '-' & $code('sex', sex) };"
                        + "{'out': [1..20].$greet($$.name), 'id': $uuid($$.name)} )");
        var mappings = new JsonataMappings(folder);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> calls =
                    IntStream.range(0, 400)
                            .<Callable<Void>>mapToObj(n -> () -> runOnce(mappings, n))
                            .toList();
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
    }

    private static Void runOnce(JsonataMappings mappings, int n) {
        var input = Map.<String, Object>of("name", "n" + n, "sex", "male", "messageId", ID);
        var mapped = mappings.map("school", "note", Direction.TO, input, Map.of("n", n));
        assertThat(tree(mapped).get("out").toString()).startsWith("[n" + n + "-" + n + "-");
        return null;
    }

    @Test
    void givesEachMappingTheSharedDefinitions() throws IOException {
        write("shared.jsonata", "/* of all */\n$twice := function($x) { $x & $x };\n");
        mapping("{'a': $twice(a)}");

        assertThat(tree(run(Map.of("a", "x"), Map.of()))).containsEntry("a", "xx");
    }

    @Test
    void namesTheFileAndLineWhereASharedDefinitionIsWrong() throws IOException {
        write("shared.jsonata", "/* of all */\n$twice := function($x) { $x $x };\n");
        mapping("{'a': $twice(a)}");

        assertThatExceptionOfType(BadMappings.class)
                .isThrownBy(() -> new JsonataMappings(folder))
                .withMessageContaining("shared.jsonata:2: not JSONata");
    }

    @Test
    void refusesTheStartWithFileLineAndReason() throws IOException {
        write("note.to.jsonata", header("to") + "\n{'a': \n  'b' 'c'}");
        write("codes/bad.csv", "canonical,wire,source\nfemale,F,made up\nmale,,made up\n");
        write("codes/columns.csv", "from,to\n1,2\n");
        write("other.from.jsonata", "{'no': 'header'}");
        write("examples/wrong-name/input.json", "{}");

        assertThatExceptionOfType(BadMappings.class)
                .isThrownBy(() -> new JsonataMappings(folder))
                .withMessageContaining("note.to.jsonata:7: not JSONata")
                .withMessageContaining("bad.csv:3: canonical, wire and source must all be filled")
                .withMessageContaining("columns.csv:1: the columns must be canonical,wire,source")
                .withMessageContaining("other.from.jsonata:1: no header")
                .withMessageContaining("wrong-name: an example is named");
    }

    @Test
    void refusesAHeaderThatDoesNotAgreeWithTheFile() throws IOException {
        write(
                "note.from.jsonata",
                "/* message: other\n * direction: to\n * drops:\n *  /a because\n */ {}");

        assertThatExceptionOfType(BadMappings.class)
                .isThrownBy(() -> new JsonataMappings(folder))
                .withMessageContaining("\"message: note\"")
                .withMessageContaining("\"direction: from\"")
                .withMessageContaining("no profile")
                .withMessageContaining("note.from.jsonata:3: header line \"drops:\" is not one of");
    }

    @Test
    void refusesTheStartWhenAnExampleNoLongerHolds() throws IOException {
        mapping("{'a': 1, 'b': 2}");
        write("examples/note.to.plain/input.json", "{}");
        write("examples/note.to.plain/expected.json", "{\"a\": 1, \"b\": 3}");

        assertThatExceptionOfType(BadMappings.class)
                .isThrownBy(() -> new JsonataMappings(folder))
                .withMessageContaining("- " + "  \"b\" : 3")
                .withMessageContaining("+ " + "  \"b\" : 2");
    }

    @Test
    void keepsTheOldMappingsWhenTheNewOnesAreBad() throws IOException {
        mapping("{'a': 1}");
        var mappings = new JsonataMappings(folder);
        var reload = new MappingReload(mappings);

        mapping("{'a': ");
        reload.look();
        assertThat(mappings.map("school", "note", Direction.TO, Map.of(), Map.of()))
                .isEqualTo(new Mapped.Tree(Map.of("a", 1)));

        mapping("{'a': 2, 'longer': true}");
        reload.look();
        assertThat(tree(mappings.map("school", "note", Direction.TO, Map.of(), Map.of())))
                .containsEntry("a", 2);
    }

    private Mapped run(Map<String, Object> input, Map<String, Object> context) {
        return new JsonataMappings(folder).map("school", "note", Direction.TO, input, context);
    }

    private static Map<String, Object> tree(Mapped mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Tree.class);
        return ((Mapped.Tree) mapped).tree();
    }

    private static List<Violation> violations(Mapped mapped) {
        assertThat(mapped).isInstanceOf(Mapped.Refused.class);
        return ((Mapped.Refused) mapped).violations();
    }

    private void mapping(String expression) throws IOException {
        write("note.to.jsonata", header("to") + expression.replace('\'', '"'));
    }

    private static String header(String direction) {
        return "/*\n * profile: p 1\n * message: note\n * direction: " + direction + "\n */";
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve("school").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
