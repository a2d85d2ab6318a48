package dev.hindsight.gateway.proxy;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.security.RequestId;
import dev.hindsight.gateway.setup.Limits;
import dev.hindsight.gateway.signin.Visitor;
import dev.hindsight.kit.problem.Problem;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;

/** Passes requests to one backend with the caller's access token, over a pool of connections of its own. */
final class Relay {

    private final Backend backend;
    private final Limits limits;
    private final ProblemAnswer problems;
    private final HttpClient client;

    Relay(Backend backend, Limits limits, ProblemAnswer problems, Vertx vertx) {
        this.backend = backend;
        this.limits = limits;
        this.problems = problems;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) limits.connect().toMillis())
                        .setMaxWaitQueueSize(limits.waiting())
                        .setKeepAliveTimeout(30), // shorter than the services', or a request meets a closing connection
                new PoolOptions().setHttp1MaxSize(limits.connections()));
    }

    void handle(RoutingContext context) {
        var kind = RequestClass.of(context.normalizedPath());
        prepare(context);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(_ -> connect(kind))
                .addInterceptor(new Exchange(context, kind))
                .handle(context.request());
    }

    private Future<HttpClientRequest> connect(RequestClass kind) {
        var options = new RequestOptions()
                .setHost(backend.address().getHost())
                .setPort(backend.address().getPort())
                .setConnectTimeout(limits.connect().toMillis())
                .setIdleTimeout(kind.silence(limits).toMillis());
        return client.request(options)
                .recover(failure -> Future.failedFuture(new BackendFailure.NotConnected(failure)));
    }

    private static void prepare(RoutingContext context) {
        var request = context.request();
        var headers = request.headers();
        HeaderHygiene.cleanRequest(headers);
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", request.scheme())
                .set(RequestId.TO_SERVICES, RequestId.of(context));
        var host = request.authority();
        if (host != null) {
            headers.set("X-Forwarded-Host", host.toString());
        }
        if (context.user() instanceof QuarkusHttpUser user) {
            headers.set("Authorization", "Bearer " + Visitor.tokenOf(user.getSecurityIdentity()));
        }
    }

    /** One request and its answer: watches the body's size, cleans the answer, and puts failures into words. */
    private final class Exchange implements ProxyInterceptor {

        private final RoutingContext context;
        private final RequestClass kind;

        Exchange(RoutingContext context, RequestClass kind) {
            this.context = context;
            this.kind = kind;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
            var request = proxy.request();
            var body = request.getBody();
            if (body != null && body.length() < 0) {
                request.setBody(Body.body(new BodyLimit(body.stream(), kind.body(limits))));
            }
            return proxy.sendRequest().recover(failure -> Future.succeededFuture(explain(proxy, failure)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext proxy) {
            HeaderHygiene.cleanResponse(proxy.response().headers());
            return proxy.sendResponse();
        }

        private ProxyResponse explain(ProxyContext proxy, Throwable failure) {
            var problem = BackendFailure.problemOf(failure);
            Log.warnf(
                    "%s: %s %s gives %s (request %s): %s",
                    backend.name(),
                    proxy.request().getMethod(),
                    context.normalizedPath(),
                    problem.type(),
                    RequestId.of(context),
                    failure.getMessage());
            var response = proxy.request().release().response().setStatusCode(problem.status());
            response.putHeader("Content-Type", Problem.MEDIA_TYPE);
            if (problem.status() == 503) {
                response.putHeader("Retry-After", "5");
            }
            return response.setBody(Body.body(problems.body(context, problem)));
        }
    }
}
