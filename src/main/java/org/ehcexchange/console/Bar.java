package org.ehcexchange.console;

import java.util.List;
import java.util.stream.IntStream;

/// One bar of a chart of shares, in the units of its drawing: 720 wide, 100 high for 100 %.
///
/// @param share what stands on it
record Bar(int x, long y, int width, long height, String name, String share) {

    private static final int STEP = 60;
    private static final int WIDTH = 44;
    private static final int TOP = 120;

    static List<Bar> of(List<Punctuality> all) {
        return IntStream.range(0, all.size()).mapToObj(i -> of(i, all.get(i))).toList();
    }

    private static Bar of(int place, Punctuality one) {
        return new Bar(
                place * STEP + (STEP - WIDTH) / 2,
                TOP - one.percent(),
                WIDTH,
                one.percent(),
                one.of(),
                one.share());
    }

    /// Where its words are centred.
    public int middle() {
        return x + width / 2;
    }
}
