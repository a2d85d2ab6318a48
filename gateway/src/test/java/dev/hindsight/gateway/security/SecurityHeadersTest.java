package dev.hindsight.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Behind whatever ends TLS: only the host's own address tells that it is reached by https. */
class SecurityHeadersTest {

    private static final URI KEYCLOAK = URI.create("https://id.example/realms/hindsight");

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    @Test
    void bindBrowsersToHttpsIfThatIsTheAddress() throws Exception {
        assertThat(transportSecurity("https://hindsight.example")).contains("max-age=31536000");
    }

    @Test
    void saySoToNobodyElse() throws Exception {
        assertThat(transportSecurity("http://localhost:8080")).isEmpty();
    }

    private Optional<String> transportSecurity(String address) throws Exception {
        var router = Router.router(vertx);
        router.route().handler(new SecurityHeaders(URI.create(address), KEYCLOAK)::handle);
        router.route().handler(context -> context.end("ok"));
        var server = done(vertx.createHttpServer().requestHandler(router).listen(0, "localhost"));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Strict-Transport-Security");
        }
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
