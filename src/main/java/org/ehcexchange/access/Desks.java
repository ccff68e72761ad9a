package org.ehcexchange.access;

import org.ehcexchange.directory.Duty;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import java.util.function.Predicate;

/// Which pages are whose. A page not named here is for everybody who is signed in; whose page it is
/// not is told that there is none.
final class Desks {

    static final String[] FOR_EVERYBODY = {
        "/sign-in", "/sign-in/**", "/signed-out", "/accessibility", "/not-known"
    };

    /// What every page shows and nobody's session is needed for.
    static final String[] FILES = {
        "/webjars/**", "/assets/**", "/exchange.css", "/exchange.js", "/favicon.svg"
    };

    private Desks() {}

    static void open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    paths) {
        paths.requestMatchers(FOR_EVERYBODY)
                .permitAll()
                .requestMatchers("/deliveries/**", "/partners/**", "/mappings/**")
                .access(who(person -> person.hasAtHome(Duty.ENGINEER)))
                .requestMatchers("/held/**")
                .access(who(person -> person.hasAtHome(Duty.CASEWORKER)))
                .requestMatchers("/audit/**")
                .access(who(person -> person.has(Duty.AUDITOR)))
                .requestMatchers("/timeliness/**", "/plans/**")
                .access(who(person -> person.has(Duty.CASEWORKER) || person.has(Duty.AUDITOR)))
                .requestMatchers("/worktray/**")
                .access(who(person -> person.has(Duty.ADVISER) || person.has(Duty.HEALTH_OFFICER)))
                .requestMatchers("/notifications/**")
                .access(
                        who(
                                person ->
                                        person.has(Duty.CASEWORKER)
                                                || person.has(Duty.HEALTH_OFFICER)))
                .anyRequest()
                .access(who(person -> true));
    }

    private static AuthorizationManager<RequestAuthorizationContext> who(
            Predicate<SignedIn> mayEnter) {
        return (authentication, context) ->
                new AuthorizationDecision(
                        authentication.get().getPrincipal() instanceof SignedIn person
                                && mayEnter.test(person));
    }
}
