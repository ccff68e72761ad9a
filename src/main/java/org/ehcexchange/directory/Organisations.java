package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// The directory read from the folder's YAML files, replaced whole by a reload or not at all.
@Component
public class Organisations implements Directory {

    private final DirectoryFolder folder;
    private final ApplicationEventPublisher events;
    private Snapshot seen;
    private volatile Edition edition;

    Organisations(DirectoryFolder folder, ApplicationEventPublisher events) {
        this.folder = folder;
        this.events = events;
        this.seen = folder.look();
        this.edition =
                switch (folder.read(seen)) {
                    case Contents.Sound(var organisations) -> new Edition(1, organisations);
                    case Contents.Faulty(var problems) ->
                            throw new DirectoryRefused(folder.toString(), problems);
                };
    }

    @Override
    public Optional<Organisation> find(OrganisationCode code) {
        return edition.find(code);
    }

    @Override
    public Optional<Organisation> findByOdsCode(String odsCode) {
        return edition.findByOdsCode(odsCode);
    }

    @Override
    public List<Organisation> all() {
        return edition.all();
    }

    @Override
    public long version() {
        return edition.version();
    }

    /// The authority that runs this exchange.
    public Organisation home() {
        return find(folder.home()).orElseThrow();
    }

    /// Reads the folder again, now.
    public synchronized Reload reload() {
        return take(folder.look());
    }

    /// Reads the folder again if its files are not those last looked at; empty when they are.
    synchronized Optional<Reload> reloadIfTouched() {
        Snapshot now = folder.look();
        return now.equals(seen) ? Optional.empty() : Optional.of(take(now));
    }

    private Reload take(Snapshot snapshot) {
        seen = snapshot;
        return switch (folder.read(snapshot)) {
            case Contents.Sound(var organisations) -> replace(organisations);
            case Contents.Faulty(var problems) -> new Reload.Refused(problems);
        };
    }

    private Reload replace(List<Organisation> organisations) {
        Edition next = new Edition(edition.version() + 1, organisations);
        DirectoryChanged change = edition.changesTo(next);
        edition = next;
        if (!change.isEmpty()) {
            events.publishEvent(change);
        }
        return new Reload.Replaced(change);
    }
}
