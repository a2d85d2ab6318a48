package dev.hindsight.merkle;

/** Numbers as the formats of C2SP write them: decimal, no sign, no leading zeroes. */
final class Decimal {

    private Decimal() {}

    static long parse(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("Not a number in its only form: " + text);
        }
        return Long.parseLong(text);
    }
}
