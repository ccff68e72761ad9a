package org.ehcexchange.agency.education;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel.CbdsOverSftp;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.DirectoryChanged;
import org.ehcexchange.directory.Organisation;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One collecting route for each partner whose files lie on an SFTP server, made from the template
/// `collect-over-sftp`; the directory decides, and a change of it is followed at once.
@Component
class SchoolRoutes {

    private final CamelContext camel;
    private final Directory directory;
    private final SftpLogin login;
    private final EducationSettings settings;
    private final Map<OrganisationCode, CbdsOverSftp> running = new HashMap<>();

    SchoolRoutes(
            CamelContext camel, Directory directory, SftpLogin login, EducationSettings settings) {
        this.login = login;
        this.camel = camel;
        this.directory = directory;
        this.settings = settings;
    }

    @EventListener({ApplicationStartedEvent.class, DirectoryChanged.class})
    synchronized void follow() throws Exception {
        var wanted = wanted();
        for (var route : Map.copyOf(running).entrySet()) {
            if (!route.getValue().equals(wanted.get(route.getKey()))) {
                stop(route.getKey());
            }
        }
        for (var partner : wanted.entrySet()) {
            start(partner.getKey(), partner.getValue());
        }
    }

    private Map<OrganisationCode, CbdsOverSftp> wanted() {
        var wanted = new HashMap<OrganisationCode, CbdsOverSftp>();
        for (Organisation organisation : directory.all()) {
            if (organisation.channel() instanceof CbdsOverSftp server) {
                wanted.put(organisation.code(), server);
            }
        }
        return wanted;
    }

    private void stop(OrganisationCode partner) throws Exception {
        camel.getRouteController().stopRoute(routeId(partner));
        camel.removeRoute(routeId(partner));
        running.remove(partner);
    }

    private void start(OrganisationCode partner, CbdsOverSftp server) throws Exception {
        if (running.putIfAbsent(partner, server) == null) {
            var id =
                    TemplatedRouteBuilder.builder(camel, "collect-over-sftp")
                            .routeId(routeId(partner))
                            .parameters(parameters(partner, server))
                            .add();
            var outbox = camel.getRoute(id).getEndpoint();
            login.configure(((SftpEndpoint) outbox).getConfiguration(), server);
            camel.getRouteController().startRoute(id);
        }
    }

    private Map<String, Object> parameters(OrganisationCode partner, CbdsOverSftp server) {
        return Map.of(
                "partner", partner.value(),
                "host", server.host(),
                "port", server.port(),
                "user", server.user(),
                "outbox", server.outbox(),
                "every", settings.pollEvery().toMillis());
    }

    private static String routeId(OrganisationCode partner) {
        return "collect-from-"
                + partner.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
