package dev.hindsight.kit.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.hindsight.kit.outgoing.TargetsTest.Names;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.ExtendedSSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends to real servers; their names are known to this test alone, so a second look at a name would find nothing. */
class OutgoingClientTest {

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, List<String>> HOSTS = Map.of(
            "receiver.test", List.of("127.0.0.1"),
            "many.test", List.of("127.0.0.1", "127.0.0.2"),
            "inside.test", List.of("127.0.0.1"));

    private final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        over.countDown();
        if (server != null) {
            server.stop(0);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theAddressThatWasCheckedIsConnectedToUnderTheName() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, "thanks"));

        var answer = client().post("http://receiver.test:%d/hooks?a=b".formatted(port), HEADERS, BODY);

        assertThat(answer).isEqualTo(new OutgoingAnswer(200, "thanks"));
        assertThat(received).containsExactly("POST /hooks?a=b receiver.test:%d {\"a\":1}".formatted(port));
    }

    @Test
    void theNextAddressIsTriedWhereNobodyListens() throws Exception {
        int port = serveAt("127.0.0.2", exchange -> answer(exchange, 204, ""));

        assertThat(client().post("http://many.test:%d/".formatted(port), HEADERS, BODY)
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void aRedirectThatKeepsTheRequestIsFollowed(int status) throws Exception {
        int port = serve(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/here")) {
                exchange.getResponseHeaders().set("Location", "/there");
                answer(exchange, status, "");
            } else {
                answer(exchange, 200, "");
            }
        });

        assertThat(client().post("http://receiver.test:%d/here".formatted(port), HEADERS, BODY)
                        .isSuccess())
                .isTrue();
        assertThat(received)
                .containsExactly(
                        "POST /here receiver.test:%d {\"a\":1}".formatted(port),
                        "POST /there receiver.test:%d {\"a\":1}".formatted(port));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void aRedirectThatChangesTheRequestIsNotFollowed(int status) throws Exception {
        int port = serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "/there");
            answer(exchange, status, "");
        });

        assertThatThrownBy(() -> client().post("http://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(OutgoingFailureException.class)
                .hasMessageContaining(Integer.toString(status));
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/", "//inside.test:%d/", "http://[::1]:%d/", "file:///etc/passwd"})
    void aRedirectIsCheckedLikeAnyTarget(String to) throws Exception {
        int port = serve(exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", to.formatted(server.getAddress().getPort()));
            answer(exchange, 307, "");
        });

        assertThatThrownBy(() -> client().post("http://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(TargetRefusedException.class)
                .hasMessageStartingWith("It redirects to what is refused");
        assertThat(received).hasSize(1);
    }

    @Test
    void noMoreThanThreeRedirectsAreFollowed() throws Exception {
        int port = serve(exchange -> {
            exchange.getResponseHeaders().set("Location", "/again");
            answer(exchange, 308, "");
        });

        assertThatThrownBy(() -> client().post("http://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(OutgoingFailureException.class)
                .hasMessage("It redirects more than 3 times.");
        assertThat(received).hasSize(4);
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedFor() throws Exception {
        int port = serve(_ -> awaitTheEnd());

        assertThatThrownBy(() ->
                        client(Duration.ofMillis(300)).post("http://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(OutgoingFailureException.class)
                .hasMessage("It did not answer in time.");
    }

    @Test
    void whoeverNeverStopsAnsweringIsNotWaitedFor() throws Exception {
        int port = serve(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            awaitTheEnd();
        });

        assertThatThrownBy(() ->
                        client(Duration.ofMillis(300)).post("http://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .hasMessage("It did not answer in time.");
    }

    @Test
    void aLongAnswerIsCutOff() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, "a".repeat(1_000_000)));

        assertThat(client().post("http://receiver.test:%d/".formatted(port), HEADERS, BODY)
                        .body())
                .isEqualTo("a".repeat(16 * 1024));
    }

    @Test
    void nobodyThere() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, ""));
        server.stop(0);

        assertThatThrownBy(() -> client().post("http://receiver.test:%d/secret".formatted(port), HEADERS, BODY))
                .isInstanceOf(OutgoingFailureException.class)
                .hasMessage("It takes no connection.");
    }

    @Test
    void theCertificateIsThatOfTheNameWhichIsSentAlong(@TempDir Path folder) throws Exception {
        var keys = Keys.of(folder, "receiver.test");
        int port = serveSecurely(keys);

        assertThat(trusting(keys)
                        .post("https://receiver.test:%d/".formatted(port), HEADERS, BODY)
                        .body())
                .isEqualTo("asked for receiver.test");
    }

    @Test
    void aCertificateOfAnotherNameIsRefused(@TempDir Path folder) throws Exception {
        var keys = Keys.of(folder, "another.test");
        int port = serveSecurely(keys);

        assertThatThrownBy(() -> trusting(keys).post("https://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(OutgoingFailureException.class)
                .hasMessage("Its certificate is not one for its host that is trusted.");
        assertThat(received).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused(@TempDir Path folder) throws Exception {
        int port = serveSecurely(Keys.of(folder, "receiver.test"));

        assertThatThrownBy(() -> client().post("https://receiver.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(OutgoingFailureException.class)
                .hasMessage("Its certificate is not one for its host that is trusted.");
    }

    @Test
    void nothingIsSentToWhatIsRefused() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, ""));

        assertThatThrownBy(() -> client().post("http://inside.test:%d/".formatted(port), HEADERS, BODY))
                .isInstanceOf(TargetRefusedException.class);
        assertThat(received).isEmpty();
    }

    private OutgoingClient client() {
        return client(Duration.ofSeconds(20));
    }

    private OutgoingClient client(Duration patience) {
        return new OutgoingClient(vertx, targets(), patience);
    }

    private OutgoingClient trusting(Keys keys) {
        return new OutgoingClient(vertx, targets(), Duration.ofSeconds(20), keys.trusted());
    }

    private static Targets targets() {
        return new Targets(new Names(HOSTS), Optional.of(List.of("receiver.test", "many.test")));
    }

    private int serve(HttpHandler handler) throws IOException {
        return serveAt("127.0.0.1", handler);
    }

    private int serveAt(String address, HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(address, 0), 0);
        return started(handler);
    }

    private int serveSecurely(Keys keys) throws Exception {
        var secure = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
        server = secure;
        return started(exchange -> {
            var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            var name = new String(session.getRequestedServerNames().getFirst().getEncoded(), StandardCharsets.UTF_8);
            answer(exchange, 200, "asked for " + name);
        });
    }

    private int started(HttpHandler handler) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            received.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Host"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            handler.handle(exchange);
        });
        server.start();
        return server.getAddress().getPort();
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
