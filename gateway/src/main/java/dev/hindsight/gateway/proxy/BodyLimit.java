package dev.hindsight.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Passes a request body on as it comes, and breaks off one that grows too large without having said so. */
final class BodyLimit implements ReadStream<Buffer> {

    /** The body had more bytes than its route allows. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;

        Exceeded(long limit) {
            super("the body has more than " + limit + " bytes");
        }
    }

    private final ReadStream<Buffer> body;
    private final long limit;
    private long passed;
    private @Nullable Handler<Throwable> onFailure;

    BodyLimit(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler == null ? null : bytes -> pass(bytes, handler));
        return this;
    }

    private void pass(Buffer bytes, Handler<Buffer> handler) {
        var before = passed;
        passed += bytes.length();
        if (passed <= limit) {
            handler.handle(bytes);
        } else if (before <= limit && onFailure != null) {
            onFailure.handle(new Exceeded(limit));
        }
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }
}
