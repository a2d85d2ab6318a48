package dev.hindsight.actionitem;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody else's server that takes messages, and verifies them by what the specification of Standard Webhooks says. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> exchange.sendResponseHeaders(204, -1);

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    static Receiver start() {
        try {
            return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it does with a message once it has it. */
    @FunctionalInterface
    interface Behaviour {

        void answer(HttpExchange exchange) throws IOException;
    }

    /** One message as it came. */
    record Received(String id, String timestamp, String signature, String body) {

        JsonPath json() {
            return JsonPath.from(body);
        }

        boolean isAbout(String id) {
            return body.contains(id);
        }

        /** Whether one of the signatures is by this secret. */
        boolean isSignedBy(String secret) {
            return List.of(signature.split(" ")).contains("v1," + signed(secret));
        }

        int signatures() {
            return signature.split(" ").length;
        }

        private String signed(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal(
                                "%s.%s.%s".formatted(id, timestamp, body).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void answers(int status) {
        behaves(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    void behaves(Behaviour next) {
        behaviour = next;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** By the name under which the service may send to it. */
    String url() {
        return "http://receiver.test:%d/hooks".formatted(port());
    }

    /** The messages about something, in the order in which they came. */
    List<Received> about(String id) {
        return received.stream().filter(message -> message.isAbout(id)).toList();
    }

    Stream<Received> all() {
        return received.stream();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    String.valueOf(headers.getFirst("webhook-id")),
                    String.valueOf(headers.getFirst("webhook-timestamp")),
                    String.valueOf(headers.getFirst("webhook-signature")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            behaviour.answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
