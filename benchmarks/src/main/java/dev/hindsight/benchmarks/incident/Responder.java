package dev.hindsight.benchmarks.incident;

import dev.hindsight.benchmarks.ApiClient;

/** Declares incidents, changes them and looks at them. */
final class Responder {

    private final ApiClient api;

    Responder(ApiClient api) {
        this.api = api;
    }

    /** An incident with one event. */
    String declare(String url) {
        return api.declare(url);
    }

    /** The answer's length. */
    int command(String url, String incident, Growth growth) {
        return command(url, incident, growth, "return=representation");
    }

    /** The answer's length. */
    int minimalCommand(String url, String incident, Growth growth) {
        return command(url, incident, growth, "return=minimal");
    }

    /** The answer's length. */
    int look(String url, String incident) {
        return api.get(url + "/api/incidents/" + incident).body().length;
    }

    private int command(String url, String incident, Growth growth, String preference) {
        return api.post("%s/api/incidents/%s/%s".formatted(url, incident, growth.path), growth.body, preference)
                .body()
                .length;
    }
}
