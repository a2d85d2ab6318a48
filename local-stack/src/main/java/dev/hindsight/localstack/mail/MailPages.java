package dev.hindsight.localstack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Shows the messages to a browser on this machine; there is nothing to change. */
final class MailPages implements AutoCloseable {

    /** Answers as long as the process does, whatever messages there are. */
    static final String HEALTH = "/health";

    private static final int SHOWN = 200;
    private static final Pattern MESSAGE = Pattern.compile("/messages/([^/.]+)(\\.html|\\.eml)?");
    private static final Set<String> OUR_NAMES = Set.of("localhost", "127.0.0.1");
    private static final String OF_PAGES = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";
    /** No script, and nothing from elsewhere, whatever the message says. */
    private static final String OF_MESSAGES = "sandbox " + Html.SANDBOX + "; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final KeptMessages messages;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    MailPages(KeptMessages messages, int port) throws IOException {
        this.messages = messages;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isForUs(exchange)) {
                send(exchange, 421, "text/plain", OF_PAGES, "Ask for localhost.\n");
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain", OF_PAGES, "There is nothing to change here.\n");
            } else {
                showIfThere(exchange, exchange.getRequestURI().getPath());
            }
        }
    }

    /** A name of somebody else's that leads here is a page of theirs that wants to read along. */
    private static boolean isForUs(HttpExchange exchange) {
        var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        return OUR_NAMES.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** A message may make room for another one while it is asked for. */
    private void showIfThere(HttpExchange exchange, String path) throws IOException {
        try {
            show(exchange, path);
        } catch (NoSuchFileException e) {
            page(exchange, 404, Html.notFound());
        }
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        var asked = MESSAGE.matcher(path);
        switch (path) {
            case "/" -> page(exchange, 200, list());
            case HEALTH -> send(exchange, 200, "text/plain", OF_PAGES, "It runs.\n");
            case "/style.css" -> send(exchange, 200, "text/css", OF_PAGES, style());
            case String _
            when asked.matches() -> message(exchange, asked.group(1), Objects.requireNonNullElse(asked.group(2), ""));
            default -> page(exchange, 404, Html.notFound());
        }
    }

    private void message(HttpExchange exchange, String name, String form) throws IOException {
        var file = messages.find(name);
        if (file.isEmpty()) {
            page(exchange, 404, Html.notFound());
            return;
        }
        if (form.equals(".eml")) {
            exchange.getResponseHeaders().set("Content-Disposition", "attachment");
            send(exchange, 200, "message/rfc822", OF_MESSAGES, Files.readAllBytes(file.get()));
            return;
        }
        var message = ReadMessage.of(file.get());
        if (form.isEmpty()) {
            page(exchange, 200, Html.message(name, message));
        } else {
            send(exchange, 200, "text/html", OF_MESSAGES, Html.inSandbox(message));
        }
    }

    private String list() throws IOException {
        var shown = new LinkedHashMap<String, ReadMessage>();
        for (var name : messages.newest(SHOWN)) {
            messages.find(name).ifPresent(file -> shown.put(name, ReadMessage.headersOf(file)));
        }
        return Html.list(shown);
    }

    private static String style() throws IOException {
        try (var in = Objects.requireNonNull(MailPages.class.getResourceAsStream("/mail/style.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void page(HttpExchange exchange, int status, String html) throws IOException {
        send(exchange, status, "text/html", OF_PAGES, html);
    }

    private static void send(HttpExchange exchange, int status, String type, String policy, String text)
            throws IOException {
        send(exchange, status, type + "; charset=utf-8", policy, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, String policy, byte[] body)
            throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin"); // what a link leads to gets no hold of the page
        headers.set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
