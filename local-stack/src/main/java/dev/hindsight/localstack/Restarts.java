package dev.hindsight.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Tells a service that died once from one that dies again and again, which no start helps. */
final class Restarts {

    private static final int AT_MOST = 3;
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> earlier = new HashMap<>();

    boolean mayRestart(String service, Instant now) {
        var starts = earlier.computeIfAbsent(service, _ -> new ArrayDeque<>());
        starts.removeIf(start -> start.isBefore(now.minus(WITHIN)));
        if (starts.size() == AT_MOST) {
            return false;
        }
        starts.add(now);
        return true;
    }
}
