package org.ehcexchange.agency.health;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;

import jakarta.servlet.http.HttpServletRequest;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/// `GET /fhir/ServiceRequest/{id}`: the ask that a Task is about; it has the Task's id.
@Component
public final class ServiceRequestDoor implements IResourceProvider {

    private final HealthView view;
    private final TaskViews views;

    ServiceRequestDoor(HealthView view, TaskViews views) {
        this.view = view;
        this.views = views;
    }

    @Override
    public Class<ServiceRequest> getResourceType() {
        return ServiceRequest.class;
    }

    @Read
    public ServiceRequest read(@IdParam IdType id, HttpServletRequest request) {
        return views.request(SearchPages.find(view, Caller.of(request), id))
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }
}
