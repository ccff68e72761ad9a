package org.ehcexchange.casefile;

import org.ehcexchange.canonical.Fields;
import org.ehcexchange.canonical.Kind;
import org.ehcexchange.canonical.Kinds;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.canonical.Parsed;
import org.ehcexchange.canonical.Texts;
import org.ehcexchange.disclosure.Addressee;
import org.ehcexchange.disclosure.MessagePlan.Absence;
import org.ehcexchange.disclosure.MustBeTold;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads an event: what happened, who was told, and of whom it is said that there is nobody.
final class EventReader {

    private static final int MOST_TOLD = 50;

    private static final CaseEvents EVENTS = CaseEvents.SHIPPED;
    private static final Kind<EventLine> EVENT =
            Kind.text(EventReader::event, EVENTS.lines().getFirst());
    private static final Kind<Addressee> TOLD = Kind.object(EventReader::told);
    private static final Kind<Absence> ABSENCE = Kind.object(EventReader::absence);

    private EventReader() {}

    static Matter read(Fields fields) {
        EventLine event = fields.required("event", EVENT);
        return new Matter.Happened(
                event,
                days(event, fields),
                fields.optional("practice", Kinds.ORGANISATION),
                told(fields, "told"),
                absent(fields));
    }

    static List<Addressee> told(Fields fields, String name) {
        return fields.list(name, TOLD, MOST_TOLD);
    }

    static List<Absence> absent(Fields fields) {
        return fields.list("notApplicable", ABSENCE, MustBeTold.values().length);
    }

    private static Parsed<EventLine> event(String word) {
        return EVENTS.find(word)
                .<Parsed<EventLine>>map(Parsed.Value::new)
                .orElseGet(
                        () ->
                                new Parsed.Problem<>(
                                        "This is no event of a case.",
                                        "Use one of: " + String.join(", ", EVENTS.words()) + "."));
    }

    private static Map<String, LocalDate> days(EventLine event, Fields fields) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        if (fields.sound("event")) {
            event.days().forEach(name -> days.put(name, fields.required(name, Kinds.DATE)));
        }
        return days;
    }

    private static Addressee told(Fields fields) {
        OrganisationCode organisation = fields.optional("organisation", Kinds.ORGANISATION);
        Party party = fields.optional("party", Kinds.code(Party.class));
        String words = fields.optional("words", Texts.TITLE);
        oneOfBoth(fields);
        saysWho(fields, party, words);
        return organisation != null
                ? new Addressee.Body(organisation)
                : inWords(party == null ? Party.PARENT : party, words);
    }

    private static Addressee inWords(Party party, @Nullable String words) {
        return new Addressee.InWords(party.who(), words == null ? party.code() : words);
    }

    private static void oneOfBoth(Fields fields) {
        if (fields.has("organisation") == fields.has("party")) {
            fields.at("organisation")
                    .note(
                            "It must be said who was told: an organisation, or a party.",
                            "Send organisation with a code of the directory, or party for somebody"
                                    + " who is not in it.");
        }
    }

    private static void saysWho(Fields fields, @Nullable Party party, @Nullable String words) {
        if (party != null && !party.isPlain() && words == null && fields.sound("party", "words")) {
            fields.at("words")
                    .note(
                            "It is not said who was told.",
                            "Say who it was, and how, in words; or name the organisation.");
        }
    }

    private static Absence absence(Fields fields) {
        return new Absence(
                fields.required("recipient", Kinds.code(MustBeTold.class)),
                fields.required("why", Texts.TITLE));
    }
}
