package dev.hindsight.kit.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request to one target, and the beginning of what is answered. Its parts run on one event loop. */
final class Exchange {

    private static final int MOST_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final HttpClient http;
    private final Target target;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private @Nullable HttpClientRequest request;

    Exchange(Vertx vertx, HttpClient http, Target target) {
        this.vertx = vertx;
        this.http = http;
        this.target = target;
    }

    /** @param location where it redirects to */
    record Reply(int status, @Nullable String location, String body) {}

    /** Waits for the reply, but not longer than until this time of {@link System#nanoTime}. */
    Reply post(Map<String, String> headers, byte[] body, long end) throws OutgoingFailureException {
        var loop = vertx.getOrCreateContext();
        loop.runOnContext(_ -> connect(0)
                .onSuccess(connected -> send(connected, headers, Buffer.buffer(body)))
                .onFailure(reply::completeExceptionally));
        try {
            return reply.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new OutgoingFailureException(inWords(e.getCause()));
        } catch (TimeoutException e) {
            throw new OutgoingFailureException("It did not answer in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutgoingFailureException("The service stopped before it answered.");
        } finally {
            reply.cancel(false);
            loop.runOnContext(_ -> end());
        }
    }

    /** To the first address that takes a connection. */
    private Future<HttpClientRequest> connect(int attempt) {
        var address = target.addresses().get(attempt);
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.path());
        return http.request(options)
                .recover(failure -> failure instanceof ConnectException
                                && !reply.isDone()
                                && attempt + 1 < target.addresses().size()
                        ? connect(attempt + 1)
                        : Future.failedFuture(failure));
    }

    private void send(HttpClientRequest connected, Map<String, String> headers, Buffer body) {
        request = connected;
        if (reply.isDone()) {
            end();
            return;
        }
        headers.forEach(connected::putHeader);
        connected.send(body).onSuccess(this::read).onFailure(reply::completeExceptionally);
    }

    private void read(HttpClientResponse response) {
        var body = Buffer.buffer();
        response.handler(piece -> {
            body.appendBuffer(piece.slice(0, Math.min(piece.length(), MOST_BYTES - body.length())));
            if (body.length() == MOST_BYTES) {
                reply.complete(replied(response, body));
                end();
            }
        });
        response.endHandler(_ -> reply.complete(replied(response, body)));
        response.exceptionHandler(reply::completeExceptionally);
    }

    private static Reply replied(HttpClientResponse response, Buffer body) {
        return new Reply(response.statusCode(), response.getHeader("Location"), body.toString(StandardCharsets.UTF_8));
    }

    /** Nobody waits for anything of it any more. */
    private void end() {
        if (request != null) {
            request.connection().close();
        }
    }

    private static String inWords(@Nullable Throwable failure) {
        return switch (failure) {
            case SSLException _ -> "Its certificate is not one for its host that is trusted.";
            case ConnectException _ -> "It takes no connection.";
            case null, default -> "It broke the connection off.";
        };
    }
}
