package dev.hindsight.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Incidents, post-mortems and reports as the services behind the pages answer them, from the files in {@code recorded/}. */
final class Recorded {

    private static final String NONE_FOUND = "{\"items\":[],\"nextCursor\":null}";

    private Recorded() {}

    /** What the pages read, which they ask for by its media type; nothing for anybody else. */
    static Optional<String> answer(HttpServerRequest request) {
        if (!"application/json".equals(request.getHeader("Accept"))) {
            return Optional.empty();
        }
        if (request.query() != null && request.query().contains("q=nothing")) {
            return Optional.of(NONE_FOUND);
        }
        try (var file = Recorded.class.getResourceAsStream("/recorded" + path(request) + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A team that has nothing has a report too. */
    private static String path(HttpServerRequest request) {
        return "team=nothing".equals(request.query()) ? request.path() + "/of-nothing" : request.path();
    }
}
