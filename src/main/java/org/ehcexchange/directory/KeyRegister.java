package org.ehcexchange.directory;

import org.ehcexchange.sealing.PinnedKey;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The checks of pinned keys that need every organisation at once.
///
/// A key proves one organisation: pinned for two, it would let each speak for the other.
final class KeyRegister {

    private final List<DirectoryProblem> problems;
    private final Map<String, Entry> seen = new HashMap<>();

    KeyRegister(List<DirectoryProblem> problems) {
        this.problems = problems;
    }

    void check(Entry entry) {
        if (entry.organisation().channel() instanceof Channel.Exchange exchange) {
            refuseOtherRoles(entry);
            exchange.keys().forEach(key -> refuseTwice(seen.put(key.id(), entry), entry, key));
        }
    }

    private void refuseTwice(@Nullable Entry first, Entry second, PinnedKey key) {
        if (first != null) {
            problems.add(
                    second.problem(
                            "the key %s is pinned twice, first in %s: each key belongs to one organisation"
                                    .formatted(key.id(), first.file())));
        }
    }

    private void refuseOtherRoles(Entry entry) {
        if (!entry.organisation().is(Role.AUTHORITY)) {
            problems.add(
                    entry.problem(
                            "the channel exchange is for authorities, which run exchanges: reach"
                                    + " others by a channel of their own"));
        }
    }
}
