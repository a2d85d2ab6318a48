package dev.hindsight.gateway.proxy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.gateway.request.RequestId;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads JSON from a service on behalf of whoever asks for a page, under the same routes as the API. */
@Singleton
public class ServiceReader {

    private final Backends backends;
    private final ProxySettings settings;
    private final ObjectReader json;

    ServiceReader(Backends backends, ProxySettings settings, ObjectMapper json) {
        this.backends = backends;
        this.settings = settings;
        // a service may know more than the pages show
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Fails with a {@link ProblemException} that tells what a person should be told. */
    public <T> Uni<T> read(RoutingContext context, String pathAndQuery, Class<T> type) {
        return read(context, pathAndQuery).map(body -> parse(body, type));
    }

    private <T> T parse(Buffer body, Class<T> type) {
        try {
            return json.forType(type).readValue(body.getBytes());
        } catch (IOException e) {
            Log.errorf(e, "A service answered something that is no %s", type.getSimpleName());
            throw new ProblemException(StandardProblem.SERVICE_BROKEN, null);
        }
    }

    private Uni<Buffer> read(RoutingContext context, String pathAndQuery) {
        var path = pathAndQuery.split("\\?", 2)[0];
        var route = Route.of(path).orElseThrow(() -> new IllegalArgumentException("no service answers " + path));
        return Uni.createFrom()
                .completionStage(() -> backends.behind(route)
                        .open(HttpMethod.GET, pathAndQuery)
                        .recover(cause -> problem(path, BackendFailure.whileConnecting(cause), cause))
                        .compose(request -> ask(context, request, path))
                        .toCompletionStage());
    }

    private Future<Buffer> ask(RoutingContext context, HttpClientRequest request, String path) {
        request.putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(RequestId.TO_SERVICES, RequestId.of(context));
        Caller.accessToken(context).ifPresent(token -> request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        var timedOut = new boolean[1];
        var timer = context.vertx().setTimer(settings.responseTimeout().toMillis(), _ -> {
            timedOut[0] = true;
            request.reset();
        });
        return request.send()
                .compose(answer -> answer.body().map(body -> new Answer(answer, body)))
                .onComplete(_ -> context.vertx().cancelTimer(timer))
                .recover(cause -> problem(path, BackendFailure.whileWaiting(timedOut[0]), cause))
                .compose(answer -> answer.head().statusCode() == 200
                        ? Future.succeededFuture(answer.body())
                        : Future.failedFuture(
                                new ProblemException(meaning(answer.head().statusCode()), null)));
    }

    private record Answer(HttpClientResponse head, Buffer body) {}

    private static StandardProblem meaning(int status) {
        return switch (status) {
            case 400, 422 -> StandardProblem.INVALID_REQUEST;
            case 401 -> StandardProblem.UNAUTHENTICATED;
            case 403 -> StandardProblem.FORBIDDEN;
            case 404 -> StandardProblem.NOT_FOUND;
            case 429, 503 -> StandardProblem.SERVICE_BUSY;
            default -> StandardProblem.SERVICE_BROKEN;
        };
    }

    private static <T> Future<T> problem(String path, StandardProblem problem, Throwable cause) {
        Log.warnf("GET %s for a page: %s: %s", path, problem.type(), cause.getMessage());
        return Future.failedFuture(new ProblemException(problem, null));
    }
}
