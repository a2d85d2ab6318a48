package dev.hindsight.benchmarks.actionitem;

import dev.hindsight.benchmarks.ApiClient;
import dev.hindsight.benchmarks.Figure;
import dev.hindsight.benchmarks.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long lists, counts and trackers take at the service, one after the other, in turn. */
final class QueryTimes {

    private static final int WARM_UP = 20;
    private static final double MOST_MILLIS = 50;

    private final ApiClient api;
    private final String url;
    private final Figures figures;
    private final int repetitions;

    QueryTimes(ApiClient api, String url, Figures figures, int repetitions) {
        this.api = api;
        this.url = url;
        this.figures = figures;
        this.repetitions = repetitions;
    }

    void measure(int items) {
        var queries = queries(items);
        figures.say("asking %d queries %d times each".formatted(queries.size(), repetitions));
        var times = new LinkedHashMap<String, Times>();
        for (int round = 0; round < WARM_UP + repetitions; round++) {
            var isMeasured = round >= WARM_UP;
            api.staySignedIn();
            queries.forEach((name, query) -> {
                long began = System.nanoTime();
                api.get(url + "/api/" + query);
                if (isMeasured) {
                    times.computeIfAbsent(name, _ -> new Times()).add(System.nanoTime() - began);
                }
            });
        }
        var section = "Of %d items of %d events, by a responder".formatted(items, items * ItemLife.EVENTS);
        times.forEach((name, measured) -> {
            figures.add(Figure.of(section, name + ", p50", measured.millis(0.5), "ms"));
            figures.add(Figure.of(section, name + ", p99", measured.millis(0.99), "ms")
                    .atMost(MOST_MILLIS));
        });
    }

    private static Map<String, String> queries(int items) {
        var all = new LinkedHashMap<String, String>();
        all.put("list, newest first", "action-items");
        all.put("list, overdue, due first", "action-items?overdue=true&sort=due");
        all.put("list, by priority", "action-items?open=true&sort=priority");
        all.put("list, a rare word", "action-items?q=case" + items / 2);
        all.put("list, a word of every item", "action-items?q=alert");
        all.put("counts", "action-items/counts");
        all.put("counts of what is open", "action-items/counts?open=true");
        all.put("tracker by owner", "action-items/counts/by-owner");
        all.put("tracker by team", "action-items/counts/by-team");
        all.put("tracker by age", "action-items/counts/by-age");
        all.put("tracker by factor", "action-items/counts/by-factor");
        all.put("tracker by incident", "action-items/counts/by-incident");
        return all;
    }
}
