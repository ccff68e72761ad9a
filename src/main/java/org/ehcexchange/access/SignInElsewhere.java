package org.ehcexchange.access;

import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import java.util.List;
import java.util.Map;

/// Signing in with an organisation's own OpenID Connect provider: it says who somebody is, and the
/// directory what they may do.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SignInElsewhere {

    @Bean
    Providers providers(OAuth2ClientProperties settings) {
        return new Providers(settings);
    }

    /// Keeps of what the provider said nothing but the name that the directory has: no token and no
    /// claim goes into the session.
    static OAuth2UserService<OidcUserRequest, OidcUser> onlyTheName() {
        OidcUserService whole = new OidcUserService();
        return request -> nameOnly(whole.loadUser(request));
    }

    private static OidcUser nameOnly(OidcUser user) {
        OidcIdToken said = user.getIdToken();
        OidcIdToken kept =
                new OidcIdToken(
                        "not kept",
                        said.getIssuedAt(),
                        said.getExpiresAt(),
                        Map.of("sub", user.getName()));
        return new DefaultOidcUser(List.of(), kept);
    }
}
