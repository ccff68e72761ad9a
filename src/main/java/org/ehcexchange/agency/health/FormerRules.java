package org.ehcexchange.agency.health;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressType;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;

import java.util.List;

/// What a message may not say of who the child was, or may be besides: a former name or number and
/// a link to another record are refused, so that none is taken for today's and none is kept.
///
/// Addresses that are not the home's are not refused: the mapping leaves them where they are.
final class FormerRules {

    static final List<EdgeRule> ALL =
            List.of(
                    each(FormerRules::nameIsTodays),
                    each(FormerRules::identifiersAreTodays),
                    each(FormerRules::homeIsOne),
                    each(FormerRules::linksToNobody));

    private FormerRules() {}

    private interface PatientRule {
        void check(Located<Patient> patient, Findings findings);
    }

    private static EdgeRule each(PatientRule rule) {
        return (received, findings) ->
                received.all(Patient.class).forEach(found -> rule.check(found, findings));
    }

    private static void nameIsTodays(Located<Patient> patient, Findings findings) {
        List<HumanName> names = patient.resource().getName();
        if (names.size() != 1 || !isTodays(names.getFirst())) {
            findings.add(
                    patient.at("name"),
                    "The Patient does not have exactly one name with family and given.",
                    "Send the official name only; a former name is never sent.");
        }
    }

    private static boolean isTodays(HumanName name) {
        NameUse use = name.getUse();
        boolean official = use == null || use == NameUse.OFFICIAL || use == NameUse.USUAL;
        return official && !name.getPeriod().hasEnd() && name.hasFamily() && name.hasGiven();
    }

    private static void identifiersAreTodays(Located<Patient> patient, Findings findings) {
        List<Identifier> identifiers = patient.resource().getIdentifier();
        for (int i = 0; i < identifiers.size(); i++) {
            Identifier identifier = identifiers.get(i);
            if (identifier.getUse() == IdentifierUse.OLD || identifier.getPeriod().hasEnd()) {
                findings.add(
                        patient.at("identifier[" + i + "]"),
                        "The identifier is a former one.",
                        "Send the numbers that are the child's today, and no others.");
            }
        }
    }

    private static void homeIsOne(Located<Patient> patient, Findings findings) {
        if (patient.resource().getAddress().stream().filter(FormerRules::isHome).count() > 1) {
            findings.add(
                    patient.at("address"),
                    "The Patient has more than one address that may be the home's.",
                    "Send the home's address with use home, or none; mark others by use or by the"
                            + " end of their period.");
        }
    }

    /// As the mapping chooses it.
    private static boolean isHome(Address address) {
        AddressUse use = address.getUse();
        return (use == null || use == AddressUse.HOME)
                && !address.getPeriod().hasEnd()
                && address.getType() != AddressType.POSTAL;
    }

    private static void linksToNobody(Located<Patient> patient, Findings findings) {
        if (patient.resource().hasLink()) {
            findings.add(
                    patient.at("link"),
                    "The Patient is linked to another record.",
                    "Leave link out: a child who has a new record is not told by the old one.");
        }
    }
}
