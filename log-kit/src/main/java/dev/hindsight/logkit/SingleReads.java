package dev.hindsight.logkit;

import dev.hindsight.kit.rest.EntityTags;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Answers with one resource and its version, or only says that it is unchanged. Of what is not recorded and comes with the
 * release, version 0, nobody can say that: the next release may word it differently.
 */
public final class SingleReads {

    private SingleReads() {}

    /** @param ifNoneMatch the header as the client sent it */
    public static <T> RestResponse<T> answer(Told<T> told, @Nullable String ifNoneMatch) {
        boolean unchanged = told.version() > 0
                && EntityTags.ifNoneMatch(ifNoneMatch)
                        .filter(tags -> tags.matches(told.version()))
                        .isPresent();
        return (unchanged ? ResponseBuilder.<T>notModified() : ResponseBuilder.ok(told.state()))
                .header(HttpHeaders.ETAG, EntityTags.of(told.version()))
                .build();
    }
}
