package org.ehcexchange.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;

import java.util.Map;

/// The token endpoint and the keys that verify its tokens; nothing else of OAuth2 is open.
@Configuration(proxyBeanMethods = false)
class Issuing {

    @Bean
    @Order(1)
    SecurityFilterChain tokenDoor(HttpSecurity http) throws Exception {
        AuthenticationConverter plainBasic = Issuing::plainBasic;
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server ->
                                server.clientAuthentication(
                                        client ->
                                                client.authenticationConverters(
                                                        all -> all.addFirst(plainBasic))))
                .authorizeHttpRequests(
                        all ->
                                all.requestMatchers("/oauth2/jwks")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new NothingKept();
    }

    @Bean
    PasswordEncoder secrets(AccessSettings settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return new RememberedSecrets(settings.rememberSecrets(), demo);
    }

    /// Names the newest key, because older ones only verify.
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> signedByTheNewestKey(SigningKeys keys) {
        return token -> token.getJwsHeader().keyId(keys.signingKeyId());
    }

    @Bean
    JwtDecoder tokens(SigningKeys keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // What a token claims is checked by the validator below, which says why it refuses.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefault());
        return new RememberedTokens(decoder, JwtValidators.createDefault());
    }

    /// `curl -u LA:998:secret`: the standard converter would split the code at its colon.
    private static @Nullable Authentication plainBasic(HttpServletRequest request) {
        return BasicHeader.read(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(basic -> !basic.encoded())
                .map(
                        basic ->
                                new OAuth2ClientAuthenticationToken(
                                        basic.code(),
                                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                                        basic.secret(),
                                        Map.of()))
                .orElse(null);
    }
}
