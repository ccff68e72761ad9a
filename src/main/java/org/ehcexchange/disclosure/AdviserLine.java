package org.ehcexchange.disclosure;

import org.ehcexchange.canonical.AdviceType;
import org.ehcexchange.directory.Role;

import java.util.Set;

/// One line of advisers.csv: who gives a kind of advice.
///
/// @param paragraph the letter under reg. 6(1) of the SEND Regulations 2014
record AdviserLine(AdviceType adviceType, String paragraph, Set<Role> roles) {}
