package org.ehcexchange.notification;

import org.ehcexchange.timekeeping.ReminderDays.Due;

import java.time.LocalDate;

/// An old commissioner's reminder came, on its day or when somebody first looked after it;
/// published in the transaction that records it.
///
/// @param today in Europe/London
public record ChangeReminded(Due reminder, LocalDate today) {}
