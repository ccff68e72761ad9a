package org.ehcexchange.access;

import org.ehcexchange.directory.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/// The directory as OAuth2 clients: the client id is the organisation's code.
@Component
class DirectoryClients implements RegisteredClientRepository {

    private final Callers callers;
    private final TokenSettings tokens;

    DirectoryClients(Callers callers, AccessSettings settings) {
        this.callers = callers;
        this.tokens =
                TokenSettings.builder().accessTokenTimeToLive(settings.tokenLifetime()).build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return callers.find(clientId).map(this::client).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are files of the directory folder");
    }

    private @Nullable RegisteredClient client(Organisation organisation) {
        if (organisation.secretHash() == null) {
            return null;
        }
        return RegisteredClient.withId(organisation.code().value())
                .clientId(organisation.code().value())
                .clientName(organisation.name())
                .clientSecret(organisation.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens)
                .build();
    }
}
