package dev.hindsight.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A service behind the gateway that answers with the request it has seen, or misbehaves when the path asks for it. */
final class EchoService implements AutoCloseable {

    private static final String HEALTHY = "{\"status\":\"UP\",\"checks\":[]}";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Runnable> rest = new AtomicReference<>(() -> {});
    private final Map<String, Set<String>> queries = new ConcurrentHashMap<>();
    private HttpServer server;
    private int port;
    private volatile String wellness = HEALTHY;

    static EchoService start() {
        var service = new EchoService();
        service.goUp();
        return service;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void goUp() {
        server = done(vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1"));
        port = server.actualPort();
    }

    /** Nothing listens at its address any more. */
    void goDown() {
        done(server.close());
    }

    /** With which queries a path was asked for. */
    Set<String> queries(String path) {
        return queries.getOrDefault(path, Set.of());
    }

    /** A projection of it fails, for a reason that only its operator is to read. */
    void standStill(String projection, String reason) {
        wellness = """
                {"status":"DOWN","checks":[{"name":"projections","status":"DOWN","data":{"%1$s":"4 of 5","%1$s fails":"%2$s"}}]}""".formatted(projection, reason);
    }

    void recover() {
        wellness = HEALTHY;
    }

    /** Produces what an answer that waits has left to say. */
    void goOn() {
        rest.get().run();
    }

    private void answer(HttpServerRequest request) {
        queries.computeIfAbsent(request.path(), _ -> ConcurrentHashMap.newKeySet())
                .add(Objects.requireNonNullElse(request.query(), ""));
        var response = request.response();
        var recorded = Recorded.answer(request);
        if (recorded.isPresent()) {
            response.putHeader("Content-Type", "application/json").end(recorded.get());
            return;
        }
        switch (request.path()) {
            case "/q/health/ready" -> response.end(HEALTHY);
            case "/q/health/well" ->
                response.setStatusCode(wellness.equals(HEALTHY) ? 200 : 503).end(wellness);
            case "/api/incidents/slow" -> {} // no answer will come
            case "/api/incidents/broken" -> request.connection().close();
            case "/api/incidents/headers" -> withUnwantedHeaders(response).end("ok");
            case "/api/incidents/cached" ->
                response.putHeader("Cache-Control", "private, max-age=5").end("ok");
            case "/api/incidents/lines" -> firstLine(response);
            case "/api/incidents/import" -> echoLines(request);
            case "/api/incidents/UNKNOWN",
                    "/api/action-items/UNKNOWN",
                    "/api/postmortems/0195a000-0000-7000-8000-0000000000ff" ->
                response.setStatusCode(404).end();
            case "/api/incidents/DENIED" -> response.setStatusCode(403).end();
            case "/api/incidents/BUSY" -> response.setStatusCode(503).end();
            case "/api/incidents/GARBLED" -> response.end("not what was agreed");
            default -> request.body().onSuccess(body -> response.end(describe(request) + body));
        }
    }

    private static HttpServerResponse withUnwantedHeaders(HttpServerResponse response) {
        return response.putHeader("Server", "secret-server/1")
                .putHeader("X-Powered-By", "secret")
                .putHeader("Set-Cookie", "q_session=stolen")
                .putHeader("Proxy-Authenticate", "Basic")
                .putHeader("Keep-Alive", "timeout=5")
                .putHeader("Content-Security-Policy", "default-src *")
                .putHeader("X-Frame-Nominated", "1")
                .putHeader("Connection", "keep-alive, X-Frame-Nominated")
                .putHeader("ETag", "\"7\"")
                .putHeader("Log-Entry", "an-event");
    }

    private void firstLine(HttpServerResponse response) {
        rest.set(() -> response.end("{\"line\":2}\n"));
        response.setChunked(true)
                .putHeader("Content-Type", "application/x-ndjson")
                .write("{\"line\":1}\n");
    }

    private static void echoLines(HttpServerRequest request) {
        var response = request.response().setChunked(true);
        request.handler(response::write).endHandler(_ -> response.end());
    }

    private static String describe(HttpServerRequest request) {
        return request.method() + " " + request.uri() + "\n"
                + request.headers().entries().stream()
                        .map(header -> header.getKey().toLowerCase() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"))
                + "\n\n";
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        done(vertx.close());
    }
}
