package dev.hindsight.logkit;

import dev.hindsight.kit.rest.Parameters;
import dev.hindsight.log.PositionWait;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Makes a list wait for what the client has just written, and say so where it could not. */
@Singleton
public class ReadYourWrites {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PositionWait wait;

    ReadYourWrites(PositionWait wait) {
        this.wait = wait;
    }

    /**
     * Whether the projection has not come to this entry in the time allowed.
     *
     * @param logEntry the header {@code Log-Entry} as the client sent it
     */
    public boolean isStale(String projection, @Nullable String logEntry) throws InterruptedException {
        return logEntry != null && !wait.await(projection, Parameters.id("Log-Entry", logEntry), LONGEST_WAIT);
    }

    /** Whether the projection has come to this position, or does in the time allowed. */
    public boolean includes(String projection, long position) throws InterruptedException {
        return wait.await(projection, position, LONGEST_WAIT);
    }

    /** The answer with such a list. */
    public static <T> RestResponse<T> answer(T list, boolean stale) {
        var response = ResponseBuilder.ok(list);
        return (stale ? response.header("Hindsight-Stale", "true") : response).build();
    }
}
