package org.ehcexchange.ledger.conversation;

import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.Envelope;
import org.ehcexchange.canonical.Violation;
import org.ehcexchange.ledger.Arrival;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What one arrival adds to the record, decided before anything is written.
///
/// @param standing what becomes of the message
/// @param state the conversation's once this is applied
/// @param revision the conversation's once this is applied
/// @param note why it is not plainly accepted, to whom it was sent on, or what its sender should
///     know; no personal data
/// @param differs names of the fields that made it held; empty otherwise
/// @param reasons of a refusal
/// @param withheld what minimisation takes out on the way
/// @param remarks what stops nothing and whoever sends should know, such as an objection noted
public record Entry(
        Arrival arrival,
        EhcMessage message,
        Standing standing,
        State state,
        int revision,
        @Nullable String note,
        List<String> differs,
        List<Violation> reasons,
        List<String> withheld,
        List<String> remarks,
        Instant at) {

    public static Entry accepted(Arrival.Read read, State state, int revision) {
        return new Entry(
                read.arrival(),
                read.message(),
                Standing.ACCEPTED,
                state,
                revision,
                read.successor() == null ? null : read.successor().why(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                read.arrival().at());
    }

    /// What came as an older revision than the one on record; kept, without effect.
    public static Entry superseded(Arrival.Read read, ConversationRows.Open open, int revision) {
        return superseded(
                read,
                open,
                "revision %d is not newer than revision %d, which is on record; kept without effect"
                        .formatted(revision, open.revision()));
    }

    /// The same of what came too late for another reason.
    ///
    /// @param why without personal data
    public static Entry superseded(Arrival.Read read, ConversationRows.Open open, String why) {
        return accepted(read, open.state(), open.revision()).standing(Standing.SUPERSEDED, why);
    }

    /// @param why without personal data
    public Entry standing(Standing other, String why) {
        return new Entry(
                arrival, message, other, state, revision, note(why), differs, reasons, withheld,
                remarks, at);
    }

    /// The same, with what its sender should know of it.
    public Entry noted(String remark) {
        return standing(standing, remark);
    }

    /// @param why without values
    public Entry held(String why, List<String> fields) {
        return new Entry(
                arrival,
                message,
                Standing.HELD,
                state,
                revision,
                note("held for a person: " + why),
                fields,
                reasons,
                withheld,
                remarks,
                at);
    }

    Entry refused(List<Violation> all) {
        return new Entry(
                arrival,
                message,
                Standing.REFUSED,
                State.REFUSED,
                revision,
                note("refused at the disclosure gate"),
                List.of(),
                all,
                List.of(),
                List.of(),
                at);
    }

    /// @param fields what was taken out
    Entry cleared(List<String> fields, List<String> told) {
        return new Entry(
                arrival, message, standing, state, revision, note, differs, reasons, fields, told,
                at);
    }

    /// Beside what there already is to say.
    private String note(String more) {
        return note == null ? more : note + "; " + more;
    }

    public Envelope envelope() {
        return message.envelope();
    }

    public boolean isDelivered() {
        return standing == Standing.ACCEPTED || standing == Standing.FLAGGED;
    }
}
