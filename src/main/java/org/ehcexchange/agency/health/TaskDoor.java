package org.ehcexchange.agency.health;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;

import jakarta.servlet.http.HttpServletRequest;

import org.ehcexchange.agency.health.HealthView.Seen;
import org.ehcexchange.agency.health.HealthView.Since;
import org.ehcexchange.canonical.OrganisationCode;
import org.ehcexchange.directory.Directory;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// `GET /fhir/Task`: what a body that polls has been asked.
@Component
public final class TaskDoor implements IResourceProvider {

    private final HealthView view;
    private final TaskViews views;
    private final CollectedTasks collecting;
    private final Directory directory;
    private final SearchPages pages;

    TaskDoor(
            HealthView view,
            TaskViews views,
            CollectedTasks collecting,
            Directory directory,
            SearchPages pages) {
        this.view = view;
        this.views = views;
        this.collecting = collecting;
        this.directory = directory;
        this.pages = pages;
    }

    @Override
    public Class<Task> getResourceType() {
        return Task.class;
    }

    @Read
    public Task read(@IdParam IdType id, HttpServletRequest request) {
        OrganisationCode caller = Caller.of(request);
        Seen seen = SearchPages.find(view, caller, id);
        Task task = views.task(seen).orElseThrow(() -> new ResourceNotFoundException(id));
        collecting.shown(caller, List.of(seen));
        return task;
    }

    /// @param owner the caller's own ODS code, for what it was asked and told
    /// @param requester the same, for what it told others
    @Search
    public Bundle search(
            @OptionalParam(name = Task.SP_OWNER) @Nullable ReferenceParam owner,
            @OptionalParam(name = Task.SP_REQUESTER) @Nullable ReferenceParam requester,
            @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam lastUpdated,
            @OptionalParam(name = SearchPages.AFTER) @Nullable StringParam after,
            @Count @Nullable Integer count,
            HttpServletRequest request) {
        OrganisationCode caller = Caller.of(request);
        ReferenceParam own = own(owner, requester);
        requireOwn(own, caller);
        Since since = after == null ? since(lastUpdated) : SearchPages.parse(after.getValue());
        List<Seen> seen =
                owner == null
                        ? view.told(caller, since, pages.size(count))
                        : view.tasks(caller, since, pages.size(count));
        Bundle page = new Bundle().setType(BundleType.SEARCHSET);
        seen.forEach(each -> views.task(each).ifPresent(task -> pages.add(page, task)));
        pages.link(
                page,
                seen,
                pages.size(count),
                (owner == null ? Task.SP_REQUESTER : Task.SP_OWNER) + "=" + own.getValue());
        collecting.shown(caller, seen);
        return page;
    }

    private static ReferenceParam own(
            @Nullable ReferenceParam owner, @Nullable ReferenceParam requester) {
        if ((owner == null) == (requester == null)) {
            throw new InvalidRequestException(
                    "Search with owner or requester, one of them, set to your own ODS code.");
        }
        return owner == null ? Objects.requireNonNull(requester) : owner;
    }

    private void requireOwn(ReferenceParam owner, OrganisationCode caller) {
        boolean own =
                directory
                        .findByOdsCode(owner.getIdPart())
                        .filter(found -> found.code().equals(caller))
                        .isPresent();
        if (!own) {
            throw new ForbiddenOperationException(
                    "A body sees its own Tasks only; search with owner or requester set to your own"
                            + " ODS code.");
        }
    }

    private static Since since(@Nullable DateRangeParam lastUpdated) {
        if (lastUpdated == null || lastUpdated.isEmpty()) {
            return new Since(null, null);
        }
        if (lastUpdated.getUpperBound() != null || lastUpdated.getLowerBound() == null) {
            throw new InvalidRequestException(
                    "Only _lastUpdated=gt… is supported; leave out every other bound.");
        }
        Instant from = lastUpdated.getLowerBoundAsInstant().toInstant();
        return new Since(from, null);
    }
}
