package dev.hindsight.incident.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the points of a series by which it still looks the same, by Largest-Triangle-Three-Buckets (S. Steinarsson,
 * Downsampling Time Series for Visual Representation, University of Iceland 2013, section 4.2): the first point, the last,
 * and of each bucket between them the one that makes the largest triangle with the point chosen before it and the middle
 * of the next bucket.
 */
public final class Thinning {

    private static final double NANOS = 1e9;

    private Thinning() {}

    /**
     * @param points in the order of time
     * @param wanted how many, at least 2; if there are no more, all of them are answered
     */
    public static List<SeriesPoint> thin(List<SeriesPoint> points, int wanted) {
        if (wanted < 2) {
            throw new IllegalArgumentException("a series has a first and a last point");
        }
        if (points.size() <= wanted) {
            return List.copyOf(points);
        }
        var origin = points.getFirst().at();
        var chosen = new ArrayList<SeriesPoint>(wanted);
        chosen.add(points.getFirst());
        int before = 0;
        for (int bucket = 0; bucket < wanted - 2; bucket++) {
            int from = start(bucket, points.size(), wanted);
            int to = start(bucket + 1, points.size(), wanted);
            // behind the last bucket there is the last point alone
            int next = bucket == wanted - 3 ? points.size() : start(bucket + 2, points.size(), wanted);
            before = farthest(points, origin, before, from, to, next);
            chosen.add(points.get(before));
        }
        chosen.add(points.getLast());
        return List.copyOf(chosen);
    }

    /** Where a bucket starts: all but the first and the last point are shared out evenly. */
    private static int start(int bucket, int size, int wanted) {
        return (int) ((long) bucket * (size - 2) / (wanted - 2)) + 1;
    }

    /** The point from {@code from} to before {@code to} that makes the largest triangle; of equal ones the first. */
    private static int farthest(List<SeriesPoint> points, Instant origin, int before, int from, int to, int next) {
        double middleTime = points.subList(to, next).stream()
                .mapToDouble(point -> time(point, origin))
                .average()
                .orElseThrow();
        double middleValue = points.subList(to, next).stream()
                .mapToDouble(Thinning::value)
                .average()
                .orElseThrow();
        double beforeTime = time(points.get(before), origin);
        double beforeValue = value(points.get(before));
        int farthest = from;
        double largest = -1;
        for (int candidate = from; candidate < to; candidate++) {
            var point = points.get(candidate);
            double twiceTheArea = Math.abs((beforeTime - middleTime) * (value(point) - beforeValue)
                    - (beforeTime - time(point, origin)) * (middleValue - beforeValue));
            if (twiceTheArea > largest) {
                largest = twiceTheArea;
                farthest = candidate;
            }
        }
        return farthest;
    }

    private static double time(SeriesPoint point, Instant origin) {
        var since = Duration.between(origin, point.at());
        return since.getSeconds() + since.getNano() / NANOS;
    }

    private static double value(SeriesPoint point) {
        return point.value().doubleValue();
    }
}
