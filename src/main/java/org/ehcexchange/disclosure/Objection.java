package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.ConsentGiver;

import java.time.LocalDate;

/// Somebody of the family said that they do not want something told to somebody.
///
/// @param about who should not be told
public record Objection(ConsentGiver by, LocalDate notedOn, Audience about) {}
