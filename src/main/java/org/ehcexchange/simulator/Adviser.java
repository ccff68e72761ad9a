package org.ehcexchange.simulator;

import java.util.Arrays;

/// Whom the story asks for advice, in the order of the letters.
enum Adviser {
    SCHOOL(0, "URN:900001", "Hilltop School"),
    TRUST(1, "ODS:RN1", "Northshire Children's NHS Trust"),
    SOCIAL_CARE(2, "SVC:northshire-csc", "Northshire Children's Social Care"),
    PSYCHOLOGY(3, "SVC:northshire-eps", "Northshire Educational Psychology Service"),

    /// No program: the people of this one and the next answer on the pages, whatever the letter.
    NURSERY(4, "URN:900002", "Brookside Nursery School"),
    PAEDIATRICS(5, "ODS:RN8", "Northshire Community Paediatrics");

    private final int place;
    private final String code;
    private final String title;

    Adviser(int place, String code, String title) {
        this.place = place;
        this.code = code;
        this.title = title;
    }

    /// Which letter of a case reference speaks to it, from 0.
    int place() {
        return place;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /// The title of the adviser with this code, or the code itself.
    static String named(String code) {
        return Arrays.stream(values())
                .filter(adviser -> adviser.code.equals(code))
                .map(Adviser::title)
                .findFirst()
                .orElse(code);
    }
}
