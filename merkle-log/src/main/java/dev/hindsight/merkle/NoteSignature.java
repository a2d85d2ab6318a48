package dev.hindsight.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note (C2SP signed-note).
 *
 * @param keyId the four bytes that tell keys of one name apart
 * @param base64 the signature alone
 */
public record NoteSignature(String keyName, int keyId, String base64) {

    private static final String DASH = "— ";

    static NoteSignature of(String keyName, int keyId, byte[] signature) {
        return new NoteSignature(keyName, keyId, Base64.getEncoder().encodeToString(signature));
    }

    static NoteSignature parse(String line) {
        var parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2 || !KeyName.isValid(parts[0])) {
            throw new IllegalArgumentException("Not a signature line: " + line);
        }
        var bytes = Base64Text.decode(parts[1]);
        if (bytes.length <= Integer.BYTES) {
            throw new IllegalArgumentException("Too short for a signature: " + line);
        }
        return of(parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    byte[] bytes() {
        return Base64Text.decode(base64);
    }

    String line() {
        var signature = bytes();
        var both = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature);
        return DASH + keyName + " " + Base64.getEncoder().encodeToString(both.array()) + "\n";
    }
}
