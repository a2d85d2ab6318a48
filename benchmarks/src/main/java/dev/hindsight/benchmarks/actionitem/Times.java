package dev.hindsight.benchmarks.actionitem;

import java.util.ArrayList;
import java.util.List;

/** How long the same thing took, again and again. */
final class Times {

    private final List<Long> nanos = new ArrayList<>();

    void add(long each) {
        nanos.add(each);
    }

    /** @param share of those that took no longer; the nearest rank */
    double millis(double share) {
        return nanos.stream().sorted().toList().get((int) Math.ceil(share * nanos.size()) - 1) / 1e6;
    }
}
