package org.ehcexchange.canonical;

/// Reads who a child or young person is.
final class ChildReader {

    private ChildReader() {}

    static Child read(Fields fields) {
        return new Child(
                fields.required("reference", Texts.REFERENCE),
                fields.optional("nhsNumber", Kinds.NHS_NUMBER),
                fields.optional("upn", Kinds.UPN),
                fields.required("familyName", Texts.NAME),
                fields.required("givenNames", Kind.list(Texts.NAME, 1, 10)),
                fields.required("dateOfBirth", Kinds.DATE),
                fields.optional("sex", Kinds.code(Sex.class)),
                fields.optional("postcode", Texts.POSTCODE),
                Boolean.TRUE.equals(fields.optional("protected", FlagKind.FLAG)));
    }
}
