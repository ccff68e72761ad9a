/// Requests for advice, and copies of a plan: how one is opened, answered, reminded of and taken
/// back, and what that does to its clock and to the clocks of its case.
///
/// Works out no date: `clock` does. Days are Europe/London.
@NullMarked
@NamedInterface
package org.ehcexchange.ledger.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
