package org.ehcexchange.architecture;

import org.ehcexchange.architecture.RouteFile.Route;
import org.ehcexchange.architecture.RouteFile.Step;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What YAML hides from the compiler. Add a rule by adding a line and a file in
/// `src/test/resources/architecture/routes` that breaks it.
final class RouteRules {

    private static final int MOST_ROUTES = 3;
    private static final int MOST_STEPS = 8;
    private static final int MOST_LINES = 90;

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]+}}");
    private static final Set<String> ENTRIES =
            Set.of("route", "routeTemplate", "routeConfiguration");
    private static final Set<String> SCRIPTS =
            Set.of(
                    "script",
                    "groovy",
                    "js",
                    "javascript",
                    "python",
                    "mvel",
                    "ognl",
                    "spel",
                    "joor",
                    "java",
                    "jexl",
                    "method",
                    "wasm",
                    "process",
                    "ref");
    private static final Set<String> DYNAMIC =
            Set.of(
                    "toD",
                    "recipientList",
                    "routingSlip",
                    "dynamicRouter",
                    "enrich",
                    "pollEnrich",
                    "wireTap",
                    "poll");
    private static final Set<String> QUEUES =
            Set.of("jms", "activemq", "activemq6", "sjms", "amqp");
    private static final Set<String> OUTSIDE =
            Set.of("http", "https", "sftp", "ftp", "ftps", "netty-http", "vertx-http", "smtp");
    private static final Set<String> POLLED =
            Set.of("sftp", "ftp", "ftps", "platform-http", "file");

    private RouteRules() {}

    /// @param faults what in a file breaks the rule
    /// @param brokenBy a fixture's name
    record RouteRule(String name, Function<RouteFile, List<String>> faults, String brokenBy) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<RouteRule> all() {
        return List.of(
                file(
                        "only routes, templates and configurations",
                        RouteRules::others,
                        "stray-entry"),
                file("at most 90 lines", RouteRules::tooLong, "too-long"),
                file("at most 3 routes", RouteRules::tooMany, "too-many-routes"),
                file("no scripts", keys(SCRIPTS::contains), "script"),
                file("no method calls in simple", RouteRules::calls, "method-call"),
                file("a condition compares one thing", RouteRules::compound, "compound-condition"),
                file("no dynamic destinations", keys(DYNAMIC::contains), "dynamic-to"),
                file("no literal queue names", RouteRules::literalQueues, "literal-queue"),
                file("no query strings", RouteRules::queryStrings, "query-string"),
                file("no credentials", RouteRules::credentials, "credentials"),
                route("a kebab-case id", RouteRules::hasId, "bad-id"),
                route("a description", route -> route.text("description").length() > 10, "mute"),
                route("error handling", RouteRules::handlesErrors, "no-error-handling"),
                route("at most 8 steps", route -> route.steps().size() <= MOST_STEPS, "long-route"),
                route("a door drops Camel headers first", RouteRules::dropsHeaders, "open-door"),
                route("a way out stands behind the gate", RouteRules::isGated, "round-the-gate"),
                route("a sender stands behind it too", RouteRules::isGated, "sender-before-gate"));
    }

    /// The ids of the configurations that routes may name for their error handling.
    static List<String> configurations(List<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.everything().stream())
                .filter(step -> step.kind().equals("routeConfiguration"))
                .map(step -> step.text("id"))
                .toList();
    }

    private static RouteRule file(
            String name, Function<RouteFile, List<String>> faults, String brokenBy) {
        return new RouteRule(name, faults, brokenBy + ".yaml");
    }

    private static RouteRule route(String name, Predicate<Route> holds, String brokenBy) {
        return file(
                name,
                file ->
                        file.routes().stream()
                                .filter(holds.negate())
                                .map(route -> route.text("id"))
                                .toList(),
                brokenBy);
    }

    private static List<String> others(RouteFile file) {
        return file.entries().stream()
                .flatMap(entry -> entry.keySet().stream())
                .filter(key -> !ENTRIES.contains(key))
                .toList();
    }

    private static List<String> tooLong(RouteFile file) {
        return file.lines() > MOST_LINES ? List.of(file.lines() + " lines") : List.of();
    }

    private static List<String> tooMany(RouteFile file) {
        int count = file.routes().size();
        return count > MOST_ROUTES ? List.of(count + " routes") : List.of();
    }

    private static Function<RouteFile, List<String>> keys(Predicate<String> forbidden) {
        return file -> {
            Stream<String> steps =
                    file.routes().stream()
                            .flatMap(route -> route.steps().stream())
                            .flatMap(
                                    step ->
                                            Stream.concat(
                                                    Stream.of(step.kind()), expression(step)));
            return steps.filter(forbidden).toList();
        };
    }

    /// The language of a step's expression, which is the key that holds it; a bean's `ref` and
    /// `method` name a bean and are not one.
    private static Stream<String> expression(Step step) {
        return step.kind().equals("bean") || !(step.body() instanceof Map<?, ?> map)
                ? Stream.of()
                : Stream.concat(Stream.of(map), nestedExpression(map))
                        .flatMap(each -> each.keySet().stream())
                        .map(String::valueOf);
    }

    private static Stream<Map<?, ?>> nestedExpression(Map<?, ?> map) {
        return Stream.of("expression", "when", "otherwise")
                .map(map::get)
                .flatMap(node -> node instanceof List<?> list ? list.stream() : Stream.of(node))
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .flatMap(node -> Stream.concat(Stream.of(node), nestedExpression(node)));
    }

    private static List<String> calls(RouteFile file) {
        return simple(file).filter(text -> text.contains("(") || text.contains("${bean")).toList();
    }

    private static List<String> compound(RouteFile file) {
        return simple(file)
                .filter(text -> text.contains("&&") || text.contains("||") || text.contains(" ? "))
                .toList();
    }

    private static Stream<String> simple(RouteFile file) {
        return file.everything().stream()
                .filter(step -> step.kind().equals("simple"))
                .map(step -> step.body() instanceof String text ? text : step.text("expression"));
    }

    private static List<String> literalQueues(RouteFile file) {
        return file.everything().stream()
                .filter(step -> !step.kind().equals("uri"))
                .filter(step -> QUEUES.contains(scheme(step.uri())))
                .map(RouteRules::queue)
                .filter(queue -> !PLACEHOLDER.matcher(queue).find())
                .toList();
    }

    private static String queue(Step step) {
        Object parameters = step.body() instanceof Map<?, ?> map ? map.get("parameters") : null;
        Object name = parameters instanceof Map<?, ?> map ? map.get("destinationName") : null;
        return step.uri() + " " + name;
    }

    private static List<String> queryStrings(RouteFile file) {
        return file.everything().stream()
                .filter(step -> step.kind().equals("uri"))
                .map(step -> String.valueOf(step.body()))
                .filter(uri -> uri.contains("?"))
                .toList();
    }

    private static List<String> credentials(RouteFile file) {
        return file.everything().stream()
                .filter(
                        step ->
                                step.kind()
                                        .toLowerCase(Locale.ROOT)
                                        .matches(".*(password|secret|token|privatekey).*"))
                .map(step -> String.valueOf(step.body()))
                .filter(value -> !PLACEHOLDER.matcher(value).find())
                .toList();
    }

    private static boolean hasId(Route route) {
        return KEBAB.matcher(route.text("id")).matches();
    }

    private static boolean handlesErrors(Route route) {
        return !route.text("routeConfigurationId").isEmpty();
    }

    private static boolean dropsHeaders(Route route) {
        if (!isDoor(route)) {
            return true;
        }
        return !route.steps().isEmpty()
                && route.steps().getFirst().kind().equals("removeHeaders")
                && route.steps().getFirst().text("pattern").equals("Camel*");
    }

    private static boolean isDoor(Route route) {
        return POLLED.contains(scheme(route.uri()))
                || route.uri().startsWith("direct:") && route.uri().endsWith("-in")
                || route.uri().equals("direct") && name(route).endsWith("-in");
    }

    private static String name(Route route) {
        return route.from().get("parameters") instanceof Map<?, ?> map
                ? String.valueOf(map.get("name"))
                : "";
    }

    private static boolean isGated(Route route) {
        List<Step> steps = route.steps();
        int gate =
                IntStream.range(0, steps.size())
                        .filter(i -> isGate(steps.get(i)))
                        .findFirst()
                        .orElse(Integer.MAX_VALUE);
        return IntStream.range(0, steps.size())
                .filter(i -> isWayOut(steps.get(i)))
                .allMatch(i -> i > gate);
    }

    private static boolean isGate(Step step) {
        return step.kind().equals("bean")
                && step.text("ref").equals("deliveries")
                && step.text("method").equals("take");
    }

    private static boolean isWayOut(Step step) {
        String scheme = scheme(step.uri());
        return step.kind().equals("bean") && isSender(step.text("ref"))
                || OUTSIDE.contains(scheme)
                || QUEUES.contains(scheme)
                || scheme.equals("bean") && isSender(step.uri());
    }

    /// A placeholder as the bean's name may stand for any sender.
    private static boolean isSender(String reference) {
        return reference.endsWith("Sender") || reference.contains("{{");
    }

    private static String scheme(String uri) {
        int colon = uri.indexOf(':');
        return colon < 0 ? uri : uri.substring(0, colon);
    }
}
