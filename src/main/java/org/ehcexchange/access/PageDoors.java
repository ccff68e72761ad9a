package org.ehcexchange.access;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;

/// How people come to the pages: with a password of the directory, or from an OpenID Connect
/// provider where one is configured; a session keeps them.
@Configuration(proxyBeanMethods = false)
class PageDoors {

    /// No inline script or style, no frame, nothing from elsewhere.
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

    private static final String NOT_SENT = "/sign-in?elsewhere";

    @Bean
    @Order(4)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return Doors.bare(http.securityMatcher(Desks.FILES), CONTENT)
                .authorizeHttpRequests(PageDoors::forReaders)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void forReaders(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    paths) {
        paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD)
                .permitAll()
                .anyRequest()
                .denyAll();
    }

    @Bean
    @Order(5)
    SecurityFilterChain pages(
            HttpSecurity http, Greeter greeter, PasswordEncoder passwords, Providers providers)
            throws Exception {
        WholeForms whole = new WholeForms();
        Doors.protect(http, CONTENT)
                .authorizeHttpRequests(PageDoors::forPeople)
                .authenticationProvider(new PasswordDesk(greeter, passwords))
                .addFilterAfter(whole, CsrfFilter.class)
                .addFilterBefore(new WhoIsThis(greeter), AuthorizationFilter.class)
                .formLogin(
                        form ->
                                form.loginPage("/sign-in")
                                        .usernameParameter("sign-in")
                                        .failureHandler(turnedAway())
                                        .defaultSuccessUrl("/")
                                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/signed-out"))
                .exceptionHandling(faults -> faults.accessDeniedHandler(whole));
        if (!providers.all().isEmpty()) {
            http.oauth2Login(elsewhere -> elsewhere(elsewhere, providers));
        }
        return http.build();
    }

    private static void elsewhere(OAuth2LoginConfigurer<HttpSecurity> login, Providers providers) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NoTokensKept())
                .userInfoEndpoint(said -> said.oidcUserService(SignInElsewhere.onlyTheName()))
                .failureUrl(NOT_SENT)
                .addObjectPostProcessor(new ProviderAway());
    }

    /// Says the same when the provider cannot even be asked.
    private static final class ProviderAway
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(
                    new SimpleUrlAuthenticationFailureHandler(NOT_SENT));
            return filter;
        }
    }

    private static void forPeople(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    paths) {
        paths.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll();
        Desks.open(paths);
    }

    private static AuthenticationFailureHandler turnedAway() {
        return (request, response, why) ->
                toSignIn(why).onAuthenticationFailure(request, response, why);
    }

    private static AuthenticationFailureHandler toSignIn(AuthenticationException why) {
        return new SimpleUrlAuthenticationFailureHandler(
                why instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong");
    }
}
