package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.Child;
import org.ehcexchange.canonical.Code;
import org.ehcexchange.canonical.CommissionerNotification;
import org.ehcexchange.canonical.Confidentiality;
import org.ehcexchange.canonical.DocumentReference;
import org.ehcexchange.canonical.EhcMessage;
import org.ehcexchange.canonical.PlanCopy;
import org.ehcexchange.canonical.PlanTransfer;
import org.ehcexchange.canonical.Section;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A part of a message that some recipients may not have.
enum Field implements Code {
    UPN,
    NHS_NUMBER,
    POSTCODE,
    POSTCODE_OF_A_PROTECTED_CHILD,
    VERY_RESTRICTED_DOCUMENTS,
    SECTIONS_BEYOND_HEALTH,
    DOCUMENTS_OF_A_NOTIFICATION,
    COPIED_SECTIONS_BEYOND_HEALTH,
    COPIED_SOCIAL_CARE_SECTIONS,
    COPIED_ADVICE;

    private static final Set<Section> BEYOND_HEALTH =
            EnumSet.complementOf(EnumSet.of(Section.C, Section.G));
    private static final Set<Section> SOCIAL_CARE = EnumSet.of(Section.D, Section.H1, Section.H2);
    private static final Set<Section> ADVICE = EnumSet.of(Section.K);

    /// JSON pointers to where the message carries it.
    List<String> in(EhcMessage message) {
        Child child = message.envelope().child();
        return switch (this) {
            case UPN -> present("/child/upn", child.upn());
            case NHS_NUMBER -> present("/child/nhsNumber", child.nhsNumber());
            case POSTCODE -> present("/child/postcode", child.postcode());
            case POSTCODE_OF_A_PROTECTED_CHILD ->
                    child.protectedRecord() ? POSTCODE.in(message) : List.of();
            case VERY_RESTRICTED_DOCUMENTS -> veryRestricted(message.envelope().documents());
            case SECTIONS_BEYOND_HEALTH -> beyondHealth(message);
            case DOCUMENTS_OF_A_NOTIFICATION ->
                    message instanceof CommissionerNotification ? documents(message) : List.of();
            case COPIED_SECTIONS_BEYOND_HEALTH -> copied(BEYOND_HEALTH, message);
            case COPIED_SOCIAL_CARE_SECTIONS -> copied(SOCIAL_CARE, message);
            case COPIED_ADVICE -> copied(ADVICE, message);
        };
    }

    boolean canBeTakenOut() {
        return switch (this) {
            case UPN,
                    NHS_NUMBER,
                    POSTCODE,
                    POSTCODE_OF_A_PROTECTED_CHILD,
                    COPIED_SECTIONS_BEYOND_HEALTH,
                    COPIED_SOCIAL_CARE_SECTIONS,
                    COPIED_ADVICE ->
                    true;
            case VERY_RESTRICTED_DOCUMENTS, SECTIONS_BEYOND_HEALTH, DOCUMENTS_OF_A_NOTIFICATION ->
                    false;
        };
    }

    /// The message without it.
    EhcMessage outOf(EhcMessage message) {
        Child c = message.envelope().child();
        return switch (this) {
            case UPN -> Scissors.withChild(message, c.withoutUpn());
            case NHS_NUMBER -> Scissors.withChild(message, c.withoutNhsNumber());
            case POSTCODE, POSTCODE_OF_A_PROTECTED_CHILD ->
                    Scissors.withChild(message, c.withoutPostcode());
            case VERY_RESTRICTED_DOCUMENTS, SECTIONS_BEYOND_HEALTH, DOCUMENTS_OF_A_NOTIFICATION ->
                    message;
            case COPIED_SECTIONS_BEYOND_HEALTH -> without(BEYOND_HEALTH, message);
            case COPIED_SOCIAL_CARE_SECTIONS -> without(SOCIAL_CARE, message);
            case COPIED_ADVICE -> without(ADVICE, message);
        };
    }

    private static List<String> copied(Set<Section> sections, EhcMessage message) {
        return message instanceof PlanCopy copy ? PlanRules.pointers(copy, sections) : List.of();
    }

    private static EhcMessage without(Set<Section> sections, EhcMessage message) {
        return message instanceof PlanCopy copy ? Scissors.without(sections, copy) : message;
    }

    private static List<String> present(String pointer, @Nullable Object value) {
        return value == null ? List.of() : List.of(pointer);
    }

    private static List<String> documents(EhcMessage message) {
        return IntStream.range(0, message.envelope().documents().size())
                .mapToObj(at -> "/documents/" + at)
                .toList();
    }

    private static List<String> veryRestricted(List<DocumentReference> documents) {
        return IntStream.range(0, documents.size())
                .filter(
                        at ->
                                documents.get(at).confidentiality()
                                        == Confidentiality.VERY_RESTRICTED)
                .mapToObj(at -> "/documents/" + at)
                .toList();
    }

    private static List<String> beyondHealth(EhcMessage message) {
        return switch (message) {
            case CommissionerNotification note -> beyondHealth("/sections/", note.sections());
            case PlanTransfer transfer ->
                    beyondHealth("/plan/sections/", transfer.plan().sections());
            default -> List.of();
        };
    }

    private static List<String> beyondHealth(String prefix, Map<Section, String> sections) {
        return sections.keySet().stream()
                .filter(BEYOND_HEALTH::contains)
                .sorted()
                .map(section -> prefix + section)
                .toList();
    }
}
