package org.ehcexchange.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties.Registration;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The OpenID Connect providers that people may sign in with, by `spring.security.oauth2.client`.
///
/// A provider is asked for its metadata only when somebody signs in with it: one that is away keeps
/// neither the exchange from starting nor others from signing in.
public final class Providers implements ClientRegistrationRepository {

    private final OAuth2ClientProperties settings;
    private final Map<String, ClientRegistration> found = new ConcurrentHashMap<>();

    Providers(OAuth2ClientProperties settings) {
        this.settings = settings;
    }

    /// One to sign in with.
    ///
    /// @param path where signing in begins
    public record Provider(String name, String path) {}

    public List<Provider> all() {
        return settings.getRegistration().entrySet().stream()
                .map(one -> new Provider(name(one), "/oauth2/authorization/" + one.getKey()))
                .sorted(java.util.Comparator.comparing(Provider::name))
                .toList();
    }

    private static String name(Map.Entry<String, Registration> one) {
        return Objects.requireNonNullElse(one.getValue().getClientName(), one.getKey());
    }

    /// @throws IllegalArgumentException when the provider cannot be asked
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return settings.getRegistration().containsKey(id)
                ? found.computeIfAbsent(id, this::ask)
                : null;
    }

    private ClientRegistration ask(String id) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getProvider().putAll(settings.getProvider());
        one.getRegistration().put(id, settings.getRegistration().get(id));
        return Objects.requireNonNull(
                new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id));
    }
}
