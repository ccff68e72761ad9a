package org.ehcexchange.agency.health;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.URI;

/// Where partners reach the exchange's FHIR door.
@Component
final class FhirBaseUrl {

    private final HealthSettings settings;
    private final Environment environment;

    FhirBaseUrl(HealthSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /// Without a slash at the end.
    String value() {
        URI set = settings.baseUrl();
        return set == null ? here() : set.toString().replaceAll("/+$", "");
    }

    private String here() {
        String listening = environment.getProperty("local.server.port");
        String port =
                listening == null ? environment.getProperty("server.port", "8080") : listening;
        return "http://localhost:" + port + "/fhir";
    }

    String binary(String sha256) {
        return value() + "/Binary/" + sha256;
    }
}
