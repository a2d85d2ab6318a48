package dev.hindsight.gateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Asks each service behind the gateway how it is: https://quarkus.io/guides/smallrye-health */
@Singleton
public class ServiceHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Backends backends;
    private final ObjectMapper json;

    ServiceHealth(Backends backends, ObjectMapper json) {
        this.backends = backends;
        this.json = json;
    }

    /**
     * What a service says of itself, each as it answers it; missing if it does not answer.
     *
     * @param readiness whether it can serve at all
     * @param wellness whether something in it stands still that does not keep it from serving
     */
    public record Told(String service, JsonNode readiness, JsonNode wellness) {}

    /** All services that the routes lead to, by name; asked at once, so that one that is silent delays no other. */
    public Uni<List<Told>> all(RoutingContext context) {
        var told = backends.names().stream()
                .map(service -> Uni.combine()
                        .all()
                        .unis(ask(context, service, "/q/health/ready"), ask(context, service, "/q/health/well"))
                        .with((readiness, wellness) -> new Told(service, readiness, wellness)))
                .toList();
        return Uni.join().all(told).andFailFast();
    }

    private Uni<JsonNode> ask(RoutingContext context, String service, String path) {
        return Uni.createFrom()
                .completionStage(() -> backends.named(service)
                        .open(HttpMethod.GET, path)
                        .compose(request -> answer(context, request))
                        .toCompletionStage())
                .map(this::parse)
                .onFailure()
                .recoverWithItem(MissingNode.getInstance());
    }

    private static Future<Buffer> answer(RoutingContext context, HttpClientRequest request) {
        var timer = context.vertx().setTimer(PATIENCE.toMillis(), _ -> request.reset());
        return request.send()
                .compose(answer -> answer.body())
                .onComplete(_ -> context.vertx().cancelTimer(timer));
    }

    private JsonNode parse(Buffer body) {
        try {
            return json.readTree(body.getBytes());
        } catch (IOException notHealth) {
            return MissingNode.getInstance();
        }
    }
}
