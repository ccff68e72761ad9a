/// The doors for programs under /api/v1: messages, conversations, inbox, deliveries and their
/// faults.
@NullMarked
package org.ehcexchange.api;

import org.jspecify.annotations.NullMarked;
