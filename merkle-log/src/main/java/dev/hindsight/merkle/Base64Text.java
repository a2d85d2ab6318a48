package dev.hindsight.merkle;

import java.util.Base64;

/** Base64 (RFC 4648 section 4) in which each content has exactly one text: padding kept, unused bits zero. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the canonical base64 of anything: " + text);
        }
        return bytes;
    }
}
