package org.ehcexchange.directory;

import org.ehcexchange.canonical.OrganisationCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The directory read from the folder's YAML files, replaced whole by a reload or not at all.
@Component
public class Organisations implements Directory, People {

    private final DirectoryFolder folder;
    private final ApplicationEventPublisher events;
    private Snapshot taken;
    private Snapshot lookedAt;
    private volatile Edition edition;

    Organisations(DirectoryFolder folder, ApplicationEventPublisher events) {
        this.folder = folder;
        this.events = events;
        this.taken = folder.look();
        this.lookedAt = taken;
        this.edition =
                switch (folder.read(taken)) {
                    case Contents.Sound(var organisations, var people) ->
                            new Edition(1, organisations, people);
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
    public List<Organisation> succeeded() {
        return edition.succeeded();
    }

    @Override
    public Optional<Person> person(String signIn) {
        return edition.person(signIn);
    }

    @Override
    public List<Person> peopleOf(OrganisationCode organisation) {
        return edition.peopleOf(organisation);
    }

    @Override
    public List<OrganisationCode> predecessors(OrganisationCode code, LocalDate day) {
        return edition.predecessors(code, day);
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

    /// Reads the folder again once its files are not those last taken and have come to rest: the
    /// same at two looks in a row, so that a file is not taken half-written.
    synchronized Optional<Reload> reloadIfTouched() {
        Snapshot now = folder.look();
        boolean atRest = now.equals(lookedAt);
        lookedAt = now;
        return atRest && !now.equals(taken) ? Optional.of(take(now)) : Optional.empty();
    }

    private Reload take(Snapshot snapshot) {
        taken = snapshot;
        return switch (folder.read(snapshot)) {
            case Contents.Sound sound -> replace(sound);
            case Contents.Faulty(var problems) -> new Reload.Refused(problems);
        };
    }

    private Reload replace(Contents.Sound sound) {
        Edition next = new Edition(edition.version() + 1, sound.organisations(), sound.people());
        DirectoryChanged change = edition.changesTo(next);
        edition = next;
        if (!change.isEmpty()) {
            events.publishEvent(change);
        }
        return new Reload.Replaced(change);
    }
}
