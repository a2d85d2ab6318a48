package dev.hindsight.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the services behind the pages answer, from the files in {@code recorded/}; in these {@code @me@} is the subject of
 * whoever asks, and {@code @today-5@} a day by the calendar of UTC.
 */
final class Recorded {

    private static final Pattern DAY = Pattern.compile("@today([+-]\\d+)@");
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
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                            .map(text -> text.replace("@me@", Wire.subject(request.getHeader("Authorization"))))
                            .map(Recorded::withDays);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withDays(String text) {
        var today = LocalDate.now(ZoneOffset.UTC);
        return DAY.matcher(text)
                .replaceAll(
                        day -> today.plusDays(Integer.parseInt(day.group(1))).toString());
    }

    /** A team that has nothing has a report too. */
    private static String path(HttpServerRequest request) {
        return "team=nothing".equals(request.query()) ? request.path() + "/of-nothing" : request.path();
    }
}
