package org.ehcexchange.agency.education;

import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.ehcexchange.canonical.ConversationId;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Channel.CbdsOverSftp;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.directory.Role;
import org.ehcexchange.ledger.Acceptance;
import org.ehcexchange.ledger.Arrival;
import org.ehcexchange.ledger.Outcome;
import org.ehcexchange.ledger.Receipt;
import org.ehcexchange.mapping.JsonataMappings;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The education channel with the real routes, and a ledger in memory that can be away.
final class SchoolExchange implements Acceptance, AutoCloseable {

    static final OrganisationCode SCHOOL = new OrganisationCode("URN:900001");
    static final OrganisationCode COUNCIL = new OrganisationCode("LA:998");

    final DocumentsInMemory documents = new DocumentsInMemory();
    final Map<String, Arrival.Result> ledger = new LinkedHashMap<>();
    final SftpFolders folders;
    final EducationWriter writer;
    final EducationReader reader;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SchoolRoutes routes;
    private final OneSchool directory;
    private volatile boolean away;

    SchoolExchange(CbdsOverSftp server) throws Exception {
        var settings =
                new EducationSettings(
                        DataSize.ofMegabytes(1), Duration.ofMillis(150), Duration.ofSeconds(5), 2);
        var login = new SftpLogin(settings);
        var mappings = new JsonataMappings(Path.of("mappings"));
        var named = new EnclosedDocuments(documents);
        var template = camel.createProducerTemplate();
        directory = new OneSchool(school(server));
        folders = new SftpFolders(camel, template, login);
        writer = new EducationWriter(mappings);
        reader = new EducationReader(new AdviceSchema(mappings), mappings, named);
        var messages =
                new MessageFiles(
                        template, new DocumentsAwaited(named, settings), settings, Instant::now);
        var registry = camel.getRegistry();
        registry.bind("acceptance", this);
        registry.bind("educationReader", reader);
        registry.bind(
                "schoolFiles",
                new SchoolFiles(
                        messages, new ReportFiles(documents), new FaultFiles(directory, folders)));
        var resources = PluginHelper.getResourceLoader(camel);
        for (var file : List.of("errors", "accept", "education")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(resources.resolveResource("file:routes/" + file + ".yaml"));
        }
        camel.start();
        routes = new SchoolRoutes(camel, directory, login, settings);
        routes.follow();
    }

    static Organisation school(Channel server) {
        return organisation(SCHOOL, Role.EDUCATION_SETTING, server);
    }

    static Organisation council() {
        return organisation(COUNCIL, Role.AUTHORITY, null);
    }

    private static Organisation organisation(OrganisationCode code, Role role, Channel channel) {
        return new Organisation(
                code,
                "Organisation " + code,
                Set.of(role),
                null,
                null,
                null,
                List.of(),
                channel,
                null);
    }

    void goAway(boolean away) {
        this.away = away;
    }

    void moveTo(CbdsOverSftp server) throws Exception {
        directory.only = school(server);
        routes.follow();
    }

    /// As the ledger does it: by message id, and by nothing while the database is away.
    @Override
    public synchronized Outcome accept(Arrival.Result result) {
        if (away) {
            throw new IllegalStateException("no database");
        }
        return switch (result) {
            case Arrival.Unread unread ->
                    new Outcome.NotAccepted(unread.fault(), unread.violations());
            case Arrival.Read read -> {
                var known = ledger.putIfAbsent(id(read), read) != null;
                yield known
                        ? new Outcome.AlreadyAccepted(receipt(read))
                        : new Outcome.Accepted(receipt(read));
            }
        };
    }

    synchronized int accepted() {
        return ledger.size();
    }

    private static String id(Arrival.Read read) {
        return read.message().envelope().messageId().toString();
    }

    private static Receipt receipt(Arrival.Read read) {
        return new Receipt(
                read.message().envelope().messageId(),
                new ConversationId(new UUID(1, 1)),
                Instant.EPOCH,
                "0".repeat(64),
                "accepted",
                null,
                List.of(),
                List.of());
    }

    @Override
    public void close() {
        camel.stop();
    }

    private static final class OneSchool implements Directory {
        private volatile Organisation only;

        OneSchool(Organisation only) {
            this.only = only;
        }

        @Override
        public Optional<Organisation> find(OrganisationCode code) {
            return Optional.of(only).filter(found -> found.code().equals(code));
        }

        @Override
        public Optional<Organisation> findByOdsCode(String odsCode) {
            return Optional.empty();
        }

        @Override
        public List<Organisation> all() {
            return List.of(only);
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
