package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a service tells its operator by HTTP: whether it is ready, its figures, and why a projection stands still. */
record ServicePages(String service, int port) {

    private static final ObjectMapper JSON = new ObjectMapper();

    URI ready() {
        return page("health/ready");
    }

    Optional<Metrics> metrics() {
        return content(page("metrics")).map(Metrics::parse);
    }

    /** Each check may carry {@code "<projection> fails": "<reason>"} among its data. */
    Optional<String> failureOf(String projection) {
        return content(page("health/well")).map(ServicePages::json).stream()
                .flatMap(answer -> StreamSupport.stream(answer.path("checks").spliterator(), false))
                .map(check -> check.path("data").path(projection + " fails"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:%d/q/%s".formatted(port, path));
    }

    /** Also with a status of failure: an unwell service answers 503, and says why. */
    private static Optional<String> content(URI page) {
        try {
            var connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            try (var in = body(connection)) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    private static InputStream body(HttpURLConnection connection) throws IOException {
        var failed = connection.getResponseCode() >= 400 ? connection.getErrorStream() : null;
        return failed != null ? failed : connection.getInputStream();
    }

    private static JsonNode json(String content) {
        try {
            return JSON.readTree(content);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
