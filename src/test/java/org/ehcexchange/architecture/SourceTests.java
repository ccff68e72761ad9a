package org.ehcexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What only the text of a file shows: handlers that catch everything, size, packages without a
/// word about them, and paths of somebody's machine.
class SourceTests {

    private static final int LONGEST_TYPE = 250;

    private static final Pattern MACHINE_PATH =
            Pattern.compile("/wo" + "rk/|\\.\\./sha" + "red|/ro" + "ot/|/ho" + "me/[a-z]+/");

    static List<SourceRule> programRules() {
        return List.of(
                matching(
                        "nothing catches everything",
                        "catch\\s*\\([^)]*\\b(Exception|Throwable|RuntimeException|Error)\\s+\\w+",
                        "try { run(); } catch (final Exception e) {}"),
                matching("no Lombok", "import lombok", "import lombok.Data;"),
                matching("no Thread.sleep", "Thread\\.sleep", "Thread.sleep(10);"),
                matching("no author tags", "@author", "/// @author somebody"),
                matching("no left-over markers", "\\b(TODO|FIXME|XXX)\\b", "// TODO later"),
                matching(
                        "nothing suppresses every warning",
                        "@SuppressWarnings\\(\"all\"\\)",
                        "@SuppressWarnings(\"all\")"),
                new SourceRule(
                        "a type has at most " + LONGEST_TYPE + " lines",
                        text ->
                                text.lines().count() > LONGEST_TYPE
                                        ? List.of("too long")
                                        : List.of(),
                        "// line\n".repeat(LONGEST_TYPE + 1)));
    }

    static List<SourceRule> packageRules() {
        return List.of(
                missing("a package says what it is", "^///", "package a;"),
                missing("a package is null-marked", "@NullMarked", "/// A package.\npackage a;"));
    }

    static List<SourceRule> moduleRules() {
        return List.of(
                missing(
                        "a module declares what it may use",
                        "@ApplicationModule\\(\\s*allowedDependencies",
                        "@ApplicationModule\npackage a;"));
    }

    /// A room is a package inside a module. It may use what its module may, and offers other
    /// modules its public types only where it is a `@NamedInterface`.
    static List<SourceRule> roomRules() {
        return List.of(
                matching(
                        "a room is no module of its own",
                        "@ApplicationModule",
                        "@ApplicationModule(allowedDependencies = {})\npackage a.b;"));
    }

    static List<SourceRule> testRules() {
        return List.of(
                matching("no sleeping tests", "Thread\\s*\\.\\s*sleep", "Thread" + ".sleep(10);"),
                matching(
                        "no test reads a page that may still be on its way",
                        "\\bpage\\s*\\.(content|title)\\(\\)",
                        "assertThat(page.content()).contains(words);"),
                matching("no disabled tests", "^\\s*@Disabled\\b", "    @Disabled"));
    }

    @ParameterizedTest
    @MethodSource("programRules")
    void holdsForTheProgram(SourceRule rule) {
        assertThat(faults(rule, isIn("src/main/java"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packageRules")
    void holdsForEveryPackage(SourceRule rule) {
        assertThat(faults(rule, SourceTests::isPackage)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("moduleRules")
    void holdsForEveryModule(SourceRule rule) {
        Predicate<Path> packages = SourceTests::isPackage;
        assertThat(faults(rule, packages.and(path -> !isRoom(path)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("roomRules")
    void holdsForEveryRoom(SourceRule rule) {
        Predicate<Path> packages = SourceTests::isPackage;
        assertThat(faults(rule, packages.and(SourceTests::isRoom))).isEmpty();
    }

    @Test
    void knowsARoomFromAModule() {
        Path modules = Path.of("src/main/java/org/ehcexchange");
        assertThat(modules.resolve("ledger/children/package-info.java")).matches(p -> isRoom(p));
        assertThat(modules.resolve("ledger/package-info.java")).matches(p -> !isRoom(p));
        assertThat(modules.resolve("agency/health/package-info.java")).matches(p -> !isRoom(p));
    }

    @ParameterizedTest
    @MethodSource("testRules")
    void holdsForTheTests(SourceRule rule) {
        Predicate<Path> tests = isIn("src/test/java");
        assertThat(faults(rule, tests.and(path -> !path.endsWith("SourceTests.java")))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"programRules", "packageRules", "moduleRules", "roomRules", "testRules"})
    void rejectsWhatBreaksIt(SourceRule rule) {
        assertThat(rule.faults().apply(rule.brokenBy())).isNotEmpty();
    }

    @Test
    void noFileNamesSomebodysMachine() {
        SourceRule rule = new SourceRule("machine paths", SourceTests::machinePaths, "");
        assertThat(faults(rule, path -> true)).isEmpty();
    }

    @Test
    void findsAMachinePath() {
        assertThat(machinePaths("see /ro" + "ot/notes.txt")).isNotEmpty();
    }

    private static List<String> machinePaths(String text) {
        return MACHINE_PATH.matcher(text).results().map(found -> found.group()).toList();
    }

    private static List<String> faults(SourceRule rule, Predicate<Path> files) {
        return ProjectFiles.texts().stream()
                .filter(file -> files.test(file.path()))
                .flatMap(
                        file ->
                                rule.faults().apply(file.text()).stream()
                                        .map(fault -> file.path() + ": " + fault))
                .toList();
    }

    private static boolean isPackage(Path path) {
        return isIn("src/main/java").test(path)
                && path.endsWith("package-info.java")
                && !isTheProgram(path);
    }

    private static boolean isTheProgram(Path path) {
        return path.endsWith("org/ehcexchange/package-info.java");
    }

    private static boolean isRoom(Path path) {
        Path around = path.resolveSibling("../package-info.java").normalize();
        return Files.exists(around) && !isTheProgram(around);
    }

    private static Predicate<Path> isIn(String folder) {
        return path -> path.startsWith(folder) && path.toString().endsWith(".java");
    }

    private static SourceRule matching(String name, String pattern, String brokenBy) {
        Pattern compiled = Pattern.compile(pattern, Pattern.MULTILINE);
        return new SourceRule(
                name,
                text -> compiled.matcher(text).results().map(found -> found.group()).toList(),
                brokenBy);
    }

    private static SourceRule missing(String name, String pattern, String brokenBy) {
        Pattern compiled = Pattern.compile(pattern, Pattern.MULTILINE);
        return new SourceRule(
                name,
                text -> {
                    Matcher matcher = compiled.matcher(text);
                    return matcher.find() ? List.of() : List.of("lacks " + pattern);
                },
                brokenBy);
    }
}
