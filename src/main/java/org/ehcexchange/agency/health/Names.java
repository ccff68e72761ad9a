package org.ehcexchange.agency.health;

/// The names that FHIR messages are told apart by: identifier and code systems.
final class Names {

    static final String HOME = "https://fhir.ehc-exchange.example/";
    static final String MESSAGE_ID = HOME + "Id/message-id";
    static final String CONVERSATION = HOME + "Id/conversation";
    static final String CHILD_REFERENCE = HOME + "Id/child-reference";
    static final String BUSINESS_STATUS = HOME + "CodeSystem/business-status";
    static final String IO_TYPE = HOME + "CodeSystem/io-type";
    static final String DEFINITION = HOME + "MessageDefinition/";

    static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    static final String EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars";
    static final String OWN_EVENTS = HOME + "CodeSystem/message-event";
    static final String REASONS = "https://fhir.nhs.uk/CodeSystem/message-reason-bars";
    static final String CONFIDENTIALITY =
            "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    static final String ERRORS = "https://fhir.nhs.uk/Codesystem/http-error-codes";

    private Names() {}
}
