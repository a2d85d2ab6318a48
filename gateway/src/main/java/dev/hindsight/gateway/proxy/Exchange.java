package dev.hindsight.gateway.proxy;

import dev.hindsight.gateway.problems.ProblemAnswer;
import dev.hindsight.gateway.request.Caller;
import dev.hindsight.gateway.request.RequestId;
import dev.hindsight.kit.problem.StandardProblem;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and the answer on its way back, both passed on piece by piece as they come. All
 * of it happens on the event loop of the incoming request.
 */
final class Exchange {

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<Integer> STATUS_WITHOUT_BODY = Set.of(204, 304);
    private static final long NO_TIMER = -1;

    /** OVER: answered by ourselves, or nobody is there to be answered. */
    private enum State {
        WAITING,
        ANSWERING,
        OVER
    }

    private final RoutingContext context;
    private final HttpServerRequest incoming;
    private final HttpServerResponse reply;
    private final Backend backend;
    private final Pace pace;
    private final ProxySettings settings;
    private final ProblemAnswer problems;

    private @Nullable HttpClientRequest outgoing;
    private State state = State.WAITING;
    private boolean triedAgain;
    private boolean timedOut;
    private long received;
    private long timer = NO_TIMER;

    Exchange(RoutingContext context, Backend backend, Pace pace, ProxySettings settings, ProblemAnswer problems) {
        this.context = context;
        this.incoming = context.request();
        this.reply = context.response();
        this.backend = backend;
        this.pace = pace;
        this.settings = settings;
        this.problems = problems;
    }

    void start() {
        incoming.pause();
        reply.closeHandler(_ -> abandon());
        open();
    }

    private void open() {
        backend.open(incoming.method(), incoming.uri())
                .onSuccess(this::send)
                .onFailure(cause -> refuse(BackendFailure.whileConnecting(cause), cause));
    }

    private void send(HttpClientRequest request) {
        if (state == State.OVER) { // the client has left while we were connecting
            request.reset();
            return;
        }
        outgoing = request;
        writeHead(request);
        request.response().onSuccess(this::passBack).onFailure(this::noAnswer);
        if (WITHOUT_BODY.contains(incoming.method())) {
            request.headers().remove(HttpHeaders.CONTENT_LENGTH);
            incoming.resume();
            request.end();
            startTimer(pace.answerWithin(settings));
        } else {
            passOn(request);
        }
    }

    private void writeHead(HttpClientRequest request) {
        var headers = request.headers();
        headers.setAll(incoming.headers());
        HeaderHygiene.cleanRequest(headers);
        headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress())
                .set("X-Forwarded-Proto", incoming.scheme())
                .set(RequestId.TO_SERVICES, RequestId.of(context));
        var host = incoming.authority();
        if (host != null) {
            headers.set("X-Forwarded-Host", host.toString());
        }
        Caller.accessToken(context).ifPresent(token -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }

    private void passOn(HttpClientRequest request) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            request.setChunked(true);
        }
        incoming.exceptionHandler(_ -> abandon());
        incoming.handler(piece -> passOn(piece, request));
        incoming.endHandler(_ -> {
            if (state != State.OVER) {
                request.end();
            }
            if (state == State.WAITING) {
                startTimer(pace.answerWithin(settings));
            }
        });
        incoming.resume();
    }

    private void passOn(Buffer piece, HttpClientRequest request) {
        received += piece.length();
        if (received > pace.bodyLimit(settings)) {
            refuse(StandardProblem.TOO_LARGE, null);
            return;
        }
        request.write(piece);
        if (request.writeQueueFull()) {
            incoming.pause();
            request.drainHandler(_ -> incoming.resume());
        }
    }

    private void passBack(HttpClientResponse answer) {
        stopTimer();
        if (state != State.WAITING) {
            return;
        }
        state = State.ANSWERING;
        reply.setStatusCode(answer.statusCode());
        reply.headers().setAll(answer.headers());
        HeaderHygiene.cleanResponse(reply.headers());
        if (incoming.method().equals(HttpMethod.HEAD) || STATUS_WITHOUT_BODY.contains(answer.statusCode())) {
            reply.end();
            return;
        }
        if (!reply.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            reply.setChunked(true);
        }
        if (pace == Pace.STREAM) {
            startTimer(settings.streamTimeout());
        }
        answer.pipeTo(reply).onComplete(_ -> stopTimer(), cause -> {
            stopTimer();
            Log.warnf("%s %s: the answer broke off: %s", incoming.method(), incoming.path(), cause.getMessage());
            if (!reply.closed()) {
                reply.reset(); // a client must be able to tell half an answer from a whole one
            }
        });
    }

    private void noAnswer(Throwable cause) {
        stopTimer();
        if (state == State.OVER) {
            return;
        }
        // a kept connection may have been closed by the service just as we took it
        if (cause instanceof HttpClosedException
                && !timedOut
                && !triedAgain
                && WITHOUT_BODY.contains(incoming.method())) {
            triedAgain = true;
            open();
        } else {
            refuse(BackendFailure.whileWaiting(timedOut), cause);
        }
    }

    private void refuse(StandardProblem problem, @Nullable Throwable cause) {
        if (state == State.OVER) {
            return;
        }
        abandon();
        if (cause != null) {
            Log.warnf("%s %s: %s: %s", incoming.method(), incoming.path(), problem.type(), cause.getMessage());
        }
        if (reply.headWritten()) {
            reply.reset();
            return;
        }
        if (!incoming.isEnded()) { // what is still coming is read and forgotten, and then the connection is closed
            incoming.handler(_ -> {});
            incoming.resume();
            reply.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        problems.send(context, problem);
    }

    /** Nobody waits for the answer any more. */
    private void abandon() {
        state = State.OVER;
        stopTimer();
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    private void startTimer(Duration patience) {
        timer = context.vertx().setTimer(patience.toMillis(), _ -> {
            timedOut = true;
            timer = NO_TIMER;
            if (outgoing != null) {
                outgoing.reset();
            }
        });
    }

    private void stopTimer() {
        if (timer != NO_TIMER) {
            context.vertx().cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
