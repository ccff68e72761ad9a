package org.ehcexchange.casefile;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// One thing an authority puts on record of a case.
///
/// @param id the authority's own; the same id with the same content is the same record
/// @param on the Europe/London day it happened, was said or begins
/// @param author who vouches for it, as an officer's post; absent where the authority itself speaks
public record CaseRecord(UUID id, LocalDate on, @Nullable String author, Matter matter) {

    public RecordKind kind() {
        return matter.kind();
    }
}
