package dev.hindsight.merkle;

/** Names of keys: not empty, no Unicode spaces, no plus sign (C2SP signed-note). */
final class KeyName {

    private KeyName() {}

    static boolean isValid(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(KeyName::isForbidden);
    }

    private static boolean isForbidden(int character) {
        return character == '+'
                || character < ' '
                || character == 0x7f
                || character == 0x85
                || Character.isSpaceChar(character)
                || Character.isWhitespace(character);
    }
}
