package org.ehcexchange.testing;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

import java.util.Map;

/// A council's own OpenID Connect provider, whole, on a socket of its own. Everybody's password is
/// `theirs`.
public final class CouncilProvider implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CouncilProvider(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// @param exchange where the exchange that asks it is, such as `http://localhost:8080`
    public static CouncilProvider start(String exchange) {
        return new CouncilProvider(
                new SpringApplicationBuilder(Program.class)
                        .properties(
                                Map.of(
                                        "spring.config.name",
                                        "council-provider",
                                        "server.port",
                                        0,
                                        "server.servlet.session.cookie.name",
                                        "council",
                                        "exchange-url",
                                        exchange))
                        .run());
    }

    public String url() {
        return "http://localhost:"
                + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }

    /// Not a configuration by name, or each exchange that a test starts would find it.
    @EnableWebSecurity
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class
    })
    static class Program {

        @Bean
        @Order(1)
        SecurityFilterChain provider(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer server =
                    OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, it -> it.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                    .exceptionHandling(
                            faults ->
                                    faults.authenticationEntryPoint(
                                            new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings whereItIs() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        UserDetailsService staff() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("caseworker@northshire.example")
                            .password("{noop}theirs")
                            .build(),
                    User.withUsername("gardener@northshire.example")
                            .password("{noop}theirs")
                            .build());
        }

        @Bean
        RegisteredClientRepository exchanges(Environment settings) {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId("1")
                            .clientId("exchange")
                            .clientSecret("{noop}between-us")
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(
                                    settings.getRequiredProperty("exchange-url")
                                            + "/login/oauth2/code/council")
                            .scope(OidcScopes.OPENID)
                            .build());
        }
    }
}
