package org.ehcexchange.api;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.ehcexchange.canonical.CaseReference;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.MessageId;
import org.ehcexchange.canonical.OrganisationCode;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;
import java.util.UUID;

/// The OpenAPI description of the doors for programs, served at `/v3/api-docs`.
@Configuration(proxyBeanMethods = false)
class Description {

    static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    static {
        // JSON says these as plain words; see JsonWords.
        SpringDocUtils.getConfig()
                .replaceWithClass(MessageId.class, UUID.class)
                .replaceWithClass(ConversationId.class, UUID.class)
                .replaceWithClass(OrganisationCode.class, String.class)
                .replaceWithClass(CaseReference.class, String.class)
                .replaceWithClass(EhcMessage.class, Map.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("EHC Exchange")
                                .version("1")
                                .description(
                                        "Send and receive the messages of the EHC process as"
                                            + " canonical JSON. Get a token from /oauth2/token with"
                                            + " your organisation's code as client id. Faults are"
                                            + " problem JSON (RFC 9457) with every violation at"
                                            + " once; docs/problems.md says what to do about"
                                            + " each."))
                .components(
                        new Components()
                                .addSchemas(PROBLEM, problem())
                                .addSecuritySchemes(TOKEN, scheme()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    DescribedDoors describedDoors(ObjectMapper json) {
        return new DescribedDoors(new Examples(json));
    }

    private static SecurityScheme scheme() {
        OAuthFlow flow = new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes());
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows().clientCredentials(flow));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("violations", new ArraySchema().items(violation()));
    }

    private static Schema<?> violation() {
        return new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer (RFC 6901)"))
                .addProperty("problem", new StringSchema().description("what is wrong"))
                .addProperty("remedy", new StringSchema().description("what to do about it"));
    }
}
