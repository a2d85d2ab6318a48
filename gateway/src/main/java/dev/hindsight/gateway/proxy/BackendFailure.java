package dev.hindsight.gateway.proxy;

import static dev.hindsight.kit.problem.StandardProblem.SERVICE_BROKEN;
import static dev.hindsight.kit.problem.StandardProblem.SERVICE_BUSY;
import static dev.hindsight.kit.problem.StandardProblem.SERVICE_TOO_SLOW;
import static dev.hindsight.kit.problem.StandardProblem.SERVICE_UNREACHABLE;
import static dev.hindsight.kit.problem.StandardProblem.TOO_LARGE;

import dev.hindsight.kit.problem.ProblemType;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Says in the client's words why a backend gave no answer. */
final class BackendFailure {

    /** No connection was made, so the backend has seen nothing of the request. */
    static final class NotConnected extends IOException {

        private static final long serialVersionUID = 1L;

        NotConnected(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    private BackendFailure() {}

    static ProblemType problemOf(Throwable failure) {
        return switch (failure) {
            case NotConnected refused -> isBusy(refused.getCause()) ? SERVICE_BUSY : SERVICE_UNREACHABLE;
            case BodyLimit.Exceeded _ -> TOO_LARGE;
            case TimeoutException _ -> SERVICE_TOO_SLOW;
            default -> SERVICE_BROKEN;
        };
    }

    /** All connections taken: either no room to wait, or waited too long. */
    private static boolean isBusy(@Nullable Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException;
    }
}
