package org.ehcexchange.agency.education;

import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.ledger.Arrival.Fault;
import org.ehcexchange.ledger.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.InputStream;

/// Takes the complete files of a partner's outbox, documents before messages, and says where each
/// goes: `done`, or `refused` with a fault file beside it.
///
/// A file is moved after what it holds is recorded. When something breaks between the two, it is
/// read again, recognised, and moved then. While nothing can be recorded, every file stays where it
/// is.
@Component("schoolFiles")
class SchoolFiles {

    private static final Logger log = LoggerFactory.getLogger(SchoolFiles.class);
    private static final String DONE = "done";

    private final MessageFiles messages;
    private final ReportFiles reports;
    private final FaultFiles faults;

    SchoolFiles(MessageFiles messages, ReportFiles reports, FaultFiles faults) {
        this.messages = messages;
        this.reports = reports;
        this.faults = faults;
    }

    /// @param bytes streamed from the partner's server as they are read
    /// @return the folder that the file goes to
    public String take(
            @Header("ExchangePartner") String partner,
            @Header("CamelFileNameOnly") String name,
            @Body InputStream bytes) {
        var sender = new OrganisationCode(partner);
        return Endings.isMessage(name)
                ? folder(sender, name, messages.accept(sender, name, bytes))
                : folder(sender, name, reports.store(sender, name, bytes));
    }

    private String folder(OrganisationCode sender, String name, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> DONE;
            case Outcome.AlreadyAccepted(var receipt) -> {
                // Once is a retry; again and again means that the file cannot be moved.
                log.warn("Message {} of {} came again as a file", receipt.messageId(), sender);
                yield DONE;
            }
            case Outcome.NotAccepted(var fault, var violations) ->
                    faults.write(sender, name, EducationAnswers.fault(fault, violations));
        };
    }

    private String folder(OrganisationCode sender, String name, ReportFiles.Kept kept) {
        return kept.violations().isEmpty()
                ? DONE
                : faults.write(
                        sender, name, EducationAnswers.fault(Fault.INVALID, kept.violations()));
    }

    /// Says why a file stays in the outbox for now; never its name, which the partner chose.
    public void stays(@Header("ExchangePartner") String partner, @ExchangeException Throwable why) {
        log.warn("A file of {} stays in its outbox and is taken again: {}", partner, reason(why));
    }

    /// The exchange's own words; of anything else the kind alone, for its message may hold a value.
    private static String reason(Throwable why) {
        var cause = why.getCause();
        if (why instanceof DocumentsAwaited.NotYet || cause == null) {
            return why instanceof DocumentsAwaited.NotYet
                    ? String.valueOf(why.getMessage())
                    : why.getClass().getSimpleName();
        }
        return reason(cause);
    }
}
