package org.ehcexchange.delivery;

import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Channel;
import org.ehcexchange.directory.Directory;
import org.ehcexchange.directory.Organisation;
import org.ehcexchange.ledger.Audit;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tries a partner's address, its login and the messages for it; each attempt is audited.
@Component
class SelfTestDesk implements SelfTest {

    private final Directory directory;
    private final Reaching reaching;
    private final Rehearsal rehearsal;
    private final Audit audit;

    SelfTestDesk(Directory directory, Reaching reaching, Rehearsal rehearsal, Audit audit) {
        this.directory = directory;
        this.reaching = reaching;
        this.rehearsal = rehearsal;
        this.audit = audit;
    }

    @Override
    public Optional<List<Step>> run(
            OrganisationCode partner, DeadLetters.Decision decision, boolean send) {
        return directory
                .find(partner)
                .flatMap(
                        body ->
                                Optional.ofNullable(body.channel())
                                        .map(channel -> run(body, channel, decision, send)));
    }

    private List<Step> run(
            Organisation body, Channel channel, DeadLetters.Decision decision, boolean send) {
        audit.add(
                new Audit.Act(
                        decision.by().value(),
                        "tested",
                        null,
                        null,
                        Audit.by(
                                decision.person(),
                                Map.of(
                                        "partner", body.code().value(),
                                        "sent", send,
                                        "reason", decision.reason()))));
        return Stream.concat(reaching.of(channel).stream(), rehearsal.of(body, send).stream())
                .toList();
    }
}
