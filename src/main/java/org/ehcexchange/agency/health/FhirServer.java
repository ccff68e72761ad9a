package org.ehcexchange.agency.health;

import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;

import org.springframework.beans.factory.BeanFactory;

import java.net.URI;

/// `/fhir`, all but Binary.
///
/// Servlets are made before all else, so what answers is asked for when this one is first loaded,
/// just before the port opens.
final class FhirServer extends RestfulServer {

    private final transient BeanFactory beans;

    FhirServer(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    protected void initialize() {
        setFhirContext(beans.getBean(ca.uhn.fhir.context.FhirContext.class));
        setServerConformanceProvider(beans.getBean(Conformance.class));
        registerProviders(
                beans.getBean(ProcessMessage.class),
                beans.getBean(TaskDoor.class),
                beans.getBean(ServiceRequestDoor.class));
        registerInterceptor(beans.getBean(FhirFaults.class));
        URI base = beans.getBean(HealthSettings.class).baseUrl();
        if (base != null) {
            setServerAddressStrategy(new HardcodedServerAddressStrategy(base.toString()));
        }
    }
}
