package org.ehcexchange.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a pretend partner answers; the case reference says it, so that anyone can ask for it.
///
/// A case reference that ends in a hyphen and four of these letters speaks to the school, the
/// trust, the social care team and the psychology service in that order: `EHC-2026-0412-PLNP`. Any
/// other case reference brings advice from each.
enum Reply {
    /// Advice, with a report.
    PROVIDED('P'),
    /// Not known here, with what was searched.
    NOTHING_KNOWN('N'),
    /// Nothing until the day it is due has passed, then an exception, then the advice.
    LATE('L'),
    /// Written reasons why not.
    DECLINED('D'),
    /// Nothing at all.
    SILENT('S');

    private static final Pattern ENDING = Pattern.compile(".*-([PNLDS]{4})");

    private final char letter;

    Reply(char letter) {
        this.letter = letter;
    }

    static Reply of(String caseReference, Adviser adviser) {
        Matcher ending = ENDING.matcher(caseReference);
        return ending.matches() ? of(ending.group(1).charAt(adviser.place())) : PROVIDED;
    }

    private static Reply of(char letter) {
        for (Reply reply : values()) {
            if (reply.letter == letter) {
                return reply;
            }
        }
        return PROVIDED;
    }
}
