package dev.hindsight.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that stand for an entry of the log in its tree: {@code hindsight-entry-v1}, described in
 * {@code docs/proofs.md}. Each field is preceded by its length, so that no two entries have the same bytes; payload and
 * metadata are there as salted hashes, so that the bytes tell nothing of them.
 */
public final class CanonicalEntry {

    private static final String VERSION = "hindsight-entry-v1";
    private static final byte[] NONE = {0};
    private static final byte[] PRESENT = {1};
    private static final byte[] PAYLOAD = {2};
    private static final byte[] METADATA = {3};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);

    private CanonicalEntry() {}

    public static byte[] of(LogRow row) {
        return new CanonicalEntry()
                .text(VERSION)
                .number(row.position())
                .text(row.eventId().toString())
                .text(row.aggregateType())
                .text(row.aggregateId().toString())
                .number(row.sequence())
                .text(row.eventType())
                .optional(row.revision())
                .time(row.appendedAt())
                .text(row.appendedBy())
                .time(row.recordedAt())
                .field(commitment(PAYLOAD, row.payloadSalt(), row.payload()))
                .field(commitment(METADATA, row.metadataSalt(), row.metadata()))
                .bytes
                .toByteArray();
    }

    private static byte[] commitment(byte[] what, String salt, String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(what);
            sha256.update(HexFormat.of().parseHex(salt));
            sha256.update(text.getBytes(UTF_8));
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private CanonicalEntry text(String text) {
        return field(text.getBytes(UTF_8));
    }

    private CanonicalEntry optional(@Nullable String text) {
        return text == null ? field(NONE) : field(PRESENT, text.getBytes(UTF_8));
    }

    private CanonicalEntry time(Instant time) {
        return number(ChronoUnit.MICROS.between(Instant.EPOCH, time));
    }

    private CanonicalEntry number(long number) {
        return field(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private CanonicalEntry field(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += part.length;
        }
        if (length > 0xffff) {
            throw new IllegalArgumentException("A field of %d bytes is too long".formatted(length));
        }
        bytes.write(length >>> 8);
        bytes.write(length);
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return this;
    }
}
