package org.ehcexchange.architecture;

import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.DynamicRouterDefinition;
import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.PollEnrichDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RecipientListDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutingSlipDefinition;
import org.apache.camel.model.ScriptDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.ToDynamicDefinition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What must hold for the routes that really run, wherever they were written.
final class LoadedRoutes {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern OUTSIDE =
            Pattern.compile("(https?|sftp|ftps?|jms|activemq6?|smtps?|netty-http):.*");
    private static final Set<Class<?>> DYNAMIC =
            Set.of(
                    ToDynamicDefinition.class,
                    RecipientListDefinition.class,
                    RoutingSlipDefinition.class,
                    DynamicRouterDefinition.class,
                    EnrichDefinition.class,
                    PollEnrichDefinition.class,
                    ScriptDefinition.class);

    private LoadedRoutes() {}

    static List<String> faults(RouteDefinition route) {
        List<String> faults = new ArrayList<>();
        if (!isNamed(route)) {
            faults.add("it has no id in kebab-case");
        }
        if (String.valueOf(route.getDescriptionText()).length() < 10) {
            faults.add("it has no description");
        }
        if (route.getRouteConfigurationId() == null && !route.isErrorHandlerFactorySet()) {
            faults.add("it says nothing of errors");
        }
        steps(route).stream()
                .filter(step -> DYNAMIC.contains(step.getClass()))
                .forEach(
                        step -> faults.add("it goes where a message says: " + step.getShortName()));
        if (!isGated(route)) {
            faults.add("something leaves before the gate is asked");
        }
        return faults;
    }

    /// Camel itself calls a route without an id route1, route2 and so on.
    private static boolean isNamed(RouteDefinition route) {
        return route.hasCustomIdAssigned() && KEBAB.matcher(route.getRouteId()).matches();
    }

    private static boolean isGated(RouteDefinition route) {
        boolean gatePassed = false;
        for (ProcessorDefinition<?> step : steps(route)) {
            if (isGate(step)) {
                gatePassed = true;
            } else if (isWayOut(step) && !gatePassed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGate(ProcessorDefinition<?> step) {
        return step instanceof BeanDefinition bean
                && "deliveries".equals(bean.getRef())
                && "take".equals(bean.getMethod());
    }

    private static boolean isWayOut(ProcessorDefinition<?> step) {
        return step instanceof BeanDefinition bean
                        && String.valueOf(bean.getRef()).endsWith("Sender")
                || step instanceof ToDefinition to && OUTSIDE.matcher(to.getUri()).matches();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Camel's own types are raw.
    private static Collection<ProcessorDefinition<?>> steps(RouteDefinition route) {
        return (Collection)
                ProcessorDefinitionHelper.filterTypeInOutputs(
                        route.getOutputs(), ProcessorDefinition.class);
    }
}
