package org.ehcexchange.agency.health;

import org.ehcexchange.directory.Directory;
import org.ehcexchange.documents.Documents;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/// All that a FHIR message must keep to at the door; cheap and exact, beyond the strict parser.
///
/// Full profile validation is not here: it takes a hundred times as long.
@Component
final class EdgeRules {

    /// Those that hold for a message by itself, whoever sent it.
    private static final List<EdgeRule> ALONE =
            Stream.of(
                            StructureRules.ALL,
                            KindRules.ALL,
                            PatientRules.ALL,
                            FormerRules.ALL,
                            LabelRules.ALL,
                            TaskRules.ALL)
                    .flatMap(List::stream)
                    .toList();

    private final List<EdgeRule> rules;
    private final PartyRules parties;
    private final AttachmentRules attachments;

    EdgeRules(Directory directory, Documents documents) {
        this.parties = new PartyRules(directory);
        this.attachments = new AttachmentRules(documents);
        this.rules =
                Stream.of(ALONE, parties.all(), attachments.all()).flatMap(List::stream).toList();
    }

    void check(Received received, Findings findings) {
        rules.forEach(rule -> rule.check(received, findings));
    }

    /// What can be said of a message that nobody sent.
    void checkAlone(Received received, Findings findings) {
        ALONE.forEach(rule -> rule.check(received, findings));
    }

    PartyRules parties() {
        return parties;
    }

    AttachmentRules attachments() {
        return attachments;
    }
}
