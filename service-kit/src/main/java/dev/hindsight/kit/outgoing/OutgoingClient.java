package dev.hindsight.kit.outgoing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to addresses that people named, each to an address of its host that was checked just before. A redirect is
 * another target: it is checked as well, and followed where it leaves the request as it is.
 */
@Singleton
public class OutgoingClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int REDIRECTS = 3;
    private static final int CONNECTIONS_TO_ONE_HOST = 16;
    private static final Set<Integer> SAME_REQUEST_ELSEWHERE = Set.of(307, 308);
    private static final Set<Integer> OTHER_REDIRECTS = Set.of(300, 301, 302, 303, 305);

    private final Targets targets;
    private final Duration patience;
    private final Vertx vertx;
    private final HttpClient http;

    /** @param patience how long a request may take with all that it is redirected to */
    @Inject
    public OutgoingClient(
            Vertx vertx,
            Targets targets,
            @ConfigProperty(name = "hindsight.outgoing.timeout", defaultValue = "15S") Duration patience) {
        this(vertx, targets, patience, null);
    }

    /** @param trusted whose certificates are believed; null for those that the machine believes */
    OutgoingClient(Vertx vertx, Targets targets, Duration patience, @Nullable TrustOptions trusted) {
        this.targets = targets;
        this.patience = patience;
        this.vertx = vertx;
        var options = new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(CONNECTIONS_TO_ONE_HOST)
                .setVerifyHost(true)
                .setConnectTimeout((int) CONNECT.toMillis());
        if (trusted != null) {
            options.setTrustOptions(trusted);
        }
        http = vertx.createHttpClient(options);
    }

    /** Waits for the answer; a status that is no success is an answer as well. */
    public OutgoingAnswer post(String address, Map<String, String> headers, byte[] body)
            throws TargetRefusedException, OutgoingFailureException {
        long end = System.nanoTime() + patience.toNanos();
        var target = targets.resolved(address);
        for (int redirects = 0; ; redirects++) {
            var reply = new Exchange(vertx, http, target).post(headers, body, end);
            if (OTHER_REDIRECTS.contains(reply.status())) {
                throw new OutgoingFailureException(
                        "It answered %d, which would not be the same request elsewhere.".formatted(reply.status()));
            }
            if (!SAME_REQUEST_ELSEWHERE.contains(reply.status())) {
                return new OutgoingAnswer(reply.status(), reply.body());
            }
            if (redirects == REDIRECTS) {
                throw new OutgoingFailureException("It redirects more than %d times.".formatted(REDIRECTS));
            }
            target = next(target, reply.location());
        }
    }

    private Target next(Target from, @Nullable String location) throws TargetRefusedException {
        if (location == null) {
            throw new TargetRefusedException("It redirects without saying where to.");
        }
        Target to;
        try {
            to = targets.resolved(from.address().resolve(URI.create(location)).toString());
        } catch (IllegalArgumentException e) {
            throw new TargetRefusedException("It redirects to what is no URL.");
        } catch (TargetRefusedException e) {
            throw new TargetRefusedException("It redirects to what is refused: " + e.reason());
        }
        if (from.secure() && !to.secure()) {
            throw new TargetRefusedException("It redirects from https to http.");
        }
        return to;
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
