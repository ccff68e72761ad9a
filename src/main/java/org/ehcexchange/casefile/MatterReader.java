package org.ehcexchange.casefile;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.canonical.ConsentGiver;
import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Section;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.directory.Role;
import org.ehcexchange.disclosure.Agreement;
import org.ehcexchange.disclosure.Audience;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the fields that belong to one kind of record.
final class MatterReader {

    private static final int MOST_BODIES = 50;

    private static final Kind<Audience> AUDIENCE = Kind.object(MatterReader::audience);
    private static final Kind<List<Section>> SECTIONS =
            Kind.list(Kinds.words(Section.class, Section::name), 1, Section.values().length);
    private static final Kind<List<OrganisationCode>> BODIES =
            Kind.list(Kinds.ORGANISATION, 1, MOST_BODIES);

    private MatterReader() {}

    /// @param author who vouches for the record; absent where it needs nobody
    static Matter read(RecordKind kind, Fields fields, @Nullable String author) {
        return switch (kind) {
            case EVENT -> EventReader.read(fields);
            case EXEMPTION -> ExemptionReader.read(fields, String.valueOf(author));
            case CONSENT_GIVEN -> consent(fields);
            case CONSENT_WITHDRAWN ->
                    new Matter.ConsentWithdrawn(fields.required("consent", Kinds.UNIQUE_ID));
            case OBJECTION -> objection(fields);
            case OPINION -> opinion(fields);
            case AGREEMENT -> agreement(fields);
            case TAKEN_BACK -> new Matter.TakenBack(fields.required("record", Kinds.UNIQUE_ID));
            case NOT_SHARED -> notShared(fields);
        };
    }

    private static Matter consent(Fields fields) {
        return new Matter.ConsentGiven(
                fields.required("givenBy", Kinds.code(ConsentGiver.class)),
                fields.required("scope", Texts.STATEMENT),
                sections(fields.required("sections", SECTIONS)),
                fields.required("recipients", AUDIENCE));
    }

    private static Set<Section> sections(List<Section> read) {
        return read.isEmpty() ? Set.of() : EnumSet.copyOf(read);
    }

    private static Matter objection(Fields fields) {
        return new Matter.ObjectionNoted(
                fields.required("by", Kinds.code(ConsentGiver.class)),
                fields.required("recipients", AUDIENCE),
                fields.optional("words", Texts.STATEMENT));
    }

    private static Matter opinion(Fields fields) {
        return new Matter.OpinionFormed(
                fields.required("reasons", Texts.STATEMENT),
                fields.required("recipients", AUDIENCE));
    }

    private static Matter agreement(Fields fields) {
        return new Matter.Agreed(
                fields.required("by", Kinds.code(Agreement.By.class)),
                fields.required("adviceType", Kinds.code(AdviceType.class)),
                fields.optional("adviser", Kinds.ORGANISATION));
    }

    private static Matter notShared(Fields fields) {
        return new Matter.NotShared(
                fields.required("what", Texts.STATEMENT),
                fields.required("with", BODIES),
                fields.required("why", Texts.STATEMENT));
    }

    /// Roles, organisations, or both: nobody at all would mean nothing, and might be read as
    /// everybody.
    private static Audience audience(Fields fields) {
        List<Role> roles = fields.list("roles", Kinds.code(Role.class), Role.values().length);
        List<OrganisationCode> bodies =
                fields.list("organisations", Kinds.ORGANISATION, MOST_BODIES);
        if (roles.isEmpty() && bodies.isEmpty() && fields.sound("roles", "organisations")) {
            fields.at("roles")
                    .note("The recipients name nobody.", "Send roles, organisations, or both.");
        }
        return new Audience(new HashSet<>(roles), new HashSet<>(bodies));
    }
}
