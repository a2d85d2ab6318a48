package dev.hindsight.kit.command;

import dev.hindsight.kit.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command as it was sent: who, where to, with which key, what, and how much of an answer is wanted. */
public final class CommandRequest {

    private static final int MAXIMUM_KEY_LENGTH = 255;

    private final String subject;
    private final String method;
    private final String path;
    private final @Nullable String idempotencyKey;
    private final byte[] body;
    private final boolean minimal;

    public CommandRequest(String subject, String method, String path, @Nullable String idempotencyKey, byte[] body) {
        this(subject, method, path, idempotencyKey, body, false);
    }

    /** @param minimal the sender has no use for the state that the command leads to */
    public CommandRequest(
            String subject, String method, String path, @Nullable String idempotencyKey, byte[] body, boolean minimal) {
        if (idempotencyKey != null && !isUsable(idempotencyKey)) {
            throw ProblemException.invalid(
                    "Idempotency-Key", "must have 1 to " + MAXIMUM_KEY_LENGTH + " printable characters");
        }
        this.subject = subject;
        this.method = method;
        this.path = path;
        this.idempotencyKey = idempotencyKey;
        this.body = body.clone();
        this.minimal = minimal;
    }

    /** The answer needs no body, only its headers. */
    public boolean minimal() {
        return minimal;
    }

    String subject() {
        return subject;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static boolean isUsable(String key) {
        return !key.isBlank()
                && key.length() <= MAXIMUM_KEY_LENGTH
                && key.chars().noneMatch(Character::isISOControl);
    }
}
