package dev.hindsight.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash of the tree; leaves and nodes are hashed apart (RFC 6962 section 2.1). */
public final class Hash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** The root of the empty tree. */
    public static final Hash EMPTY = new Hash(digest());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if these are not 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    public static Hash leaf(byte[] entry) {
        return new Hash(digest(LEAF, entry));
    }

    public static Hash node(Hash left, Hash right) {
        return new Hash(digest(NODE, left.bytes, right.bytes));
    }

    /** @throws IllegalArgumentException if this is not the one base64 form of 32 bytes (RFC 4648 section 4) */
    public static Hash fromBase64(String text) {
        return of(Base64Text.decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] digest(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
