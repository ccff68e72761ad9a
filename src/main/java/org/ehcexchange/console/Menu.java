package org.ehcexchange.console;

import org.ehcexchange.access.SignedIn;
import org.ehcexchange.directory.Duty;

import java.util.List;
import java.util.function.Predicate;

/// The places of the menu, each for whom it is of use.
final class Menu {

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry("Today", "/", who -> true),
                    new Entry("Worktray", "/worktray", Trays::has),
                    new Entry("Conversations", "/conversations", who -> true),
                    new Entry("Search", "/search", who -> true),
                    new Entry(
                            "Plans",
                            "/plans",
                            who -> who.has(Duty.CASEWORKER) || who.has(Duty.AUDITOR)),
                    new Entry(
                            "Notifications",
                            "/notifications",
                            who -> who.has(Duty.CASEWORKER) || who.has(Duty.HEALTH_OFFICER)),
                    new Entry(
                            "Timeliness",
                            "/timeliness",
                            who -> who.has(Duty.CASEWORKER) || who.has(Duty.AUDITOR)),
                    new Entry("Held", "/held", who -> who.hasAtHome(Duty.CASEWORKER)),
                    new Entry("Deliveries", "/deliveries", who -> who.hasAtHome(Duty.ENGINEER)),
                    new Entry("Partners", "/partners", who -> who.hasAtHome(Duty.ENGINEER)),
                    new Entry("Try a mapping", "/mappings", who -> who.hasAtHome(Duty.ENGINEER)),
                    new Entry("Audit", "/audit", who -> who.has(Duty.AUDITOR)));

    private Menu() {}

    private record Entry(String words, String path, Predicate<SignedIn> isFor) {

        private boolean holds(String shown) {
            return shown.equals(path) || (path.length() > 1 && shown.startsWith(path + "/"));
        }
    }

    /// One link of the menu.
    ///
    /// @param here whether it leads to the page that is shown, or to one above it
    record Place(String name, String path, boolean here) {}

    static List<Place> of(SignedIn who, String shown) {
        return ENTRIES.stream()
                .filter(entry -> entry.isFor().test(who))
                .map(entry -> new Place(entry.words(), entry.path(), entry.holds(shown)))
                .toList();
    }
}
