package org.ehcexchange.access;

import jakarta.servlet.DispatcherType;

import org.ehcexchange.directory.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Which doors for programs are open to whom. A path not named here is a page: see [PageDoors].
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] FOR_PROGRAMS = {
        "/api/**",
        "/fhir/**",
        "/education/**",
        "/social-care/**",
        "/exchange/**",
        "/actuator/**",
        "/v3/**",
        "/oauth2/*"
    };

    /// Where another exchange calls: what it signed proves who it is, so no token is asked for.
    private static final String FOR_EXCHANGES = "/exchange/v1/**";

    /// What only the authority that runs the exchange may see and do.
    private static final String[] FOR_HOME = {
        "/api/v1/deliveries/**",
        "/api/v1/partners/**",
        "/api/v1/held/**",
        "/api/v1/demo/**",
        "/api/v1/keys/**"
    };

    /// What an authority puts on record of its own cases.
    private static final String[] FOR_AUTHORITIES = {
        "/api/v1/cases/**", "/api/v1/message-plans/**"
    };

    /// Paths are compared whole, also those of servlets beside Spring's own, such as `/fhir`.
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /// A span for each filter of each call costs more than it tells.
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(2)
    SecurityFilterChain exchangeDoors(HttpSecurity http, Refusals refusals) throws Exception {
        return bare(http.securityMatcher(FOR_EXCHANGES), "default-src 'none'")
                .authorizeHttpRequests(Doors::forExchanges)
                .exceptionHandling(
                        faults ->
                                faults.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programDoors(HttpSecurity http, TokenReader reader, Refusals refusals)
            throws Exception {
        return bare(http.securityMatcher(FOR_PROGRAMS), "default-src 'none'")
                .authorizeHttpRequests(Doors::forPrograms)
                .oauth2ResourceServer(
                        tokens ->
                                tokens.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals)
                                        .jwt(jwt -> jwt.jwtAuthenticationConverter(reader)))
                .exceptionHandling(
                        faults ->
                                faults.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /// These and nothing else: each checks a signature itself.
    private static void forExchanges(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    paths) {
        paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/exchange/v1/jwks.json")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/exchange/v1/messages", "/exchange/v1/parts")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/exchange/v1/parts/*")
                .permitAll()
                .requestMatchers(HttpMethod.PATCH, "/exchange/v1/parts/*")
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    private static void forPrograms(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    paths) {
        paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/fhir/metadata", "/v3/api-docs/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/v3/api-docs.yaml", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole(Callers.HOME)
                .requestMatchers(FOR_HOME)
                .hasRole(Callers.HOME)
                .requestMatchers(FOR_AUTHORITIES)
                .hasRole(Role.AUTHORITY.name())
                .anyRequest()
                .authenticated();
    }

    /// No session, no form, no log-out: each request carries its own proof.
    static HttpSecurity bare(HttpSecurity http, String contentPolicy) throws Exception {
        return protect(http, contentPolicy)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    /// The headers of every answer: what a browser may load and say.
    static HttpSecurity protect(HttpSecurity http, String contentPolicy) throws Exception {
        return http.headers(
                headers ->
                        headers.contentSecurityPolicy(
                                        csp ->
                                                csp.policyDirectives(
                                                        contentPolicy + "; frame-ancestors 'none'"))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
