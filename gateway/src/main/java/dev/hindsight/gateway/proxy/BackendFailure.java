package dev.hindsight.gateway.proxy;

import dev.hindsight.kit.problem.StandardProblem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.concurrent.TimeoutException;

/** Tells from an exception which of our problems it is. */
final class BackendFailure {

    private BackendFailure() {}

    /** No connection was to be had: nothing has been sent. */
    static StandardProblem whileConnecting(Throwable cause) {
        var waitedInVain = cause instanceof ConnectionPoolTooBusyException || cause instanceof TimeoutException;
        return waitedInVain ? StandardProblem.SERVICE_BUSY : StandardProblem.SERVICE_UNREACHABLE;
    }

    /** The connection was there, but no whole answer came. */
    static StandardProblem whileWaiting(boolean timedOut) {
        return timedOut ? StandardProblem.SERVICE_TOO_SLOW : StandardProblem.SERVICE_BROKEN;
    }
}
