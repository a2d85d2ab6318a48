package dev.hindsight.gateway.postmortems;

import dev.hindsight.gateway.proxy.ServiceReader;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Reads post-mortems for the pages, with the rights of the person who looks. */
@Singleton
public class PostMortemClient {

    private final ServiceReader services;

    PostMortemClient(ServiceReader services) {
        this.services = services;
    }

    public Uni<PostMortem> one(RoutingContext context, UUID id) {
        return services.read(context, "/api/postmortems/" + id, PostMortem.class);
    }
}
