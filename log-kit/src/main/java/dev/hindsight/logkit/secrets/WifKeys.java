package dev.hindsight.logkit.secrets;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises private keys in the wallet import format of Bitcoin by their checksum. */
final class WifKeys {

    private static final Pattern FORM =
            Pattern.compile("(?<![1-9A-HJ-NP-Za-km-z])[5KL9c][1-9A-HJ-NP-Za-km-z]{50,51}(?![1-9A-HJ-NP-Za-km-z])");
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    /** Of the main and the test network. */
    private static final Set<Byte> VERSIONS = Set.of((byte) 0x80, (byte) 0xef);

    private static final int CHECKSUM = 4;

    private WifKeys() {}

    static boolean isIn(String text) {
        return FORM.matcher(text).results().anyMatch(match -> isKey(match.group()));
    }

    private static boolean isKey(String text) {
        var bytes = decode(text);
        int length = bytes.length - CHECKSUM;
        if (length != 33 && length != 34 || !VERSIONS.contains(bytes[0])) {
            return false;
        }
        var checksum = sha256(sha256(Arrays.copyOf(bytes, length)));
        return Arrays.equals(checksum, 0, CHECKSUM, bytes, length, bytes.length);
    }

    /** None of these keys begins with a zero byte. */
    private static byte[] decode(String text) {
        var number = BigInteger.ZERO;
        for (int at = 0; at < text.length(); at++) {
            number = number.multiply(BASE).add(BigInteger.valueOf(DIGITS.indexOf(text.charAt(at))));
        }
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
