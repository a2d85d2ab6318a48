package dev.hindsight.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One service behind the gateway, with the connections to it: another service's trouble never uses them up. */
final class Backend {

    /** Shorter than a service keeps an idle connection, so that it is we who end it. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final Duration connectTimeout;

    Backend(Vertx vertx, URI url, ProxySettings settings) {
        connectTimeout = settings.connectTimeout();
        var options = new HttpClientOptions()
                .setDefaultHost(url.getHost())
                .setDefaultPort(url.getPort() < 0 ? ("https".equals(url.getScheme()) ? 443 : 80) : url.getPort())
                .setSsl("https".equals(url.getScheme()))
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
                .setIdleTimeout((int) settings.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setDecompressionSupported(false);
        client = vertx.createHttpClient(
                options,
                new PoolOptions().setHttp1MaxSize(settings.connections()).setMaxWaitQueueSize(settings.queue()));
    }

    /** A request whose head is not sent yet; fails when no connection is to be had in time. */
    Future<HttpClientRequest> open(HttpMethod method, String pathAndQuery) {
        return client.request(new RequestOptions()
                .setMethod(method)
                .setURI(pathAndQuery)
                .setConnectTimeout(2 * connectTimeout.toMillis())); // waiting in the queue counts as well
    }

    void close() {
        client.close();
    }
}
