package org.ehcexchange.simulator;

import org.ehcexchange.simulator.HttpService.Request;
import org.ehcexchange.simulator.HttpService.Response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Issues tokens to whoever knows the demo's secret, and lets nobody by without one.
final class Doorman {

    private final Set<String> issued = ConcurrentHashMap.newKeySet();

    Response issue(Request request) {
        if (!knowsTheSecret(request)) {
            return new Response(401, "application/json", "{\"error\":\"invalid_client\"}");
        }
        String token = UUID.randomUUID().toString();
        issued.add(token);
        return new Response(
                200,
                "application/json",
                "{\"access_token\":\""
                        + token
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
    }

    Function<Request, Response> admit(Function<Request, Response> handler) {
        return request ->
                isAdmitted(request.header("Authorization"))
                        ? handler.apply(request)
                        : new Response(401, "text/plain", "a bearer token is needed");
    }

    private boolean isAdmitted(String authorization) {
        return authorization.startsWith("Bearer ")
                && issued.contains(authorization.substring("Bearer ".length()));
    }

    private static boolean knowsTheSecret(Request request) {
        String authorization = request.header("Authorization");
        String credentials =
                authorization.startsWith("Basic ")
                        ? decoded(authorization.substring("Basic ".length()))
                        : "";
        return credentials.endsWith(":demo") || request.text().contains("client_secret=demo");
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
