package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.OrganisationCode;

/// One who is to be told.
public sealed interface Addressee {

    /// An organisation of the directory; a closed one stands for whoever succeeded it.
    record Body(OrganisationCode code) implements Addressee {}

    /// Somebody who is in no directory.
    ///
    /// @param words such as "the mother, by letter"; personal
    record InWords(MustBeTold who, String words) implements Addressee {
        @Override
        public String toString() {
            return "InWords[" + who.code() + "]";
        }
    }
}
