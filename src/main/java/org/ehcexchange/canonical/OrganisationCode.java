package org.ehcexchange.canonical;

/// An organisation as messages name it: `LA:998`, `ODS:RN1`, `URN:900001`, `UKPRN:10000001`,
/// `SVC:northshire-eps`.
public record OrganisationCode(String value) {

    @Override
    public String toString() {
        return value;
    }
}
