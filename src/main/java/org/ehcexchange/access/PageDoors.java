package org.ehcexchange.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/// How people come to the pages: with a password of the directory, or from an OpenID Connect
/// provider where one is configured; a session keeps them.
@Configuration(proxyBeanMethods = false)
class PageDoors {

    /// No inline script or style, no frame, nothing from elsewhere.
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            Greeter greeter,
            PasswordEncoder passwords,
            ObjectProvider<ClientRegistrationRepository> providers)
            throws Exception {
        Doors.protect(http, CONTENT)
                .authorizeHttpRequests(PageDoors::forPeople)
                .authenticationProvider(new PasswordDesk(greeter, passwords))
                .addFilterBefore(new WhoIsThis(greeter), AuthorizationFilter.class)
                .formLogin(
                        form ->
                                form.loginPage("/sign-in")
                                        .usernameParameter("sign-in")
                                        .failureHandler(turnedAway())
                                        .defaultSuccessUrl("/")
                                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/signed-out"))
                .exceptionHandling(
                        faults ->
                                faults.accessDeniedHandler(
                                        (request, response, why) ->
                                                response.sendError(
                                                        HttpServletResponse.SC_NOT_FOUND)));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(
                    elsewhere -> elsewhere.loginPage("/sign-in").failureUrl("/sign-in?elsewhere"));
        }
        return http.build();
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
