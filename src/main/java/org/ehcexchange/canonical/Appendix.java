package org.ehcexchange.canonical;

import java.util.UUID;

/// A document that section K of a plan names: advice or information gathered in the assessment
/// (SEND Regulations 2014, reg. 12(1)(k)).
///
/// @param title what section K calls it
/// @param document the id of one of the message's documents
public record Appendix(String title, UUID document) {

    /// Its id: what it is called may name somebody.
    @Override
    public String toString() {
        return "Appendix[" + document + "]";
    }
}
