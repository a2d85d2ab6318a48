package dev.hindsight.incident.rest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes names of files from strangers, and hands them to browsers, so that neither is led astray. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final String SAFE = "!#$&+-.^_`|~";

    private FileNames() {}

    /** The last part of a path, without what cannot be seen or turns the direction of reading; null if nothing is left. */
    static @Nullable String shown(@Nullable String stated) {
        if (stated == null) {
            return null;
        }
        var last = stated.substring(Math.max(stated.lastIndexOf('/'), stated.lastIndexOf('\\')) + 1);
        var shown = last.codePoints()
                .filter(FileNames::isVisible)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return shown.isEmpty() || shown.chars().allMatch(letter -> letter == '.') ? null : shown;
    }

    /** The header by which a browser saves a file under a name and does not show it (RFC 6266, RFC 8187). */
    static String attachment(String name) {
        var plain = name.codePoints()
                .map(letter -> letter < 0x20 || letter > 0x7e || letter == '"' || letter == '\\' || letter == '%'
                        ? '_'
                        : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var exact = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || SAFE.indexOf(letter) >= 0)) {
                exact.append(letter);
            } else {
                exact.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, exact);
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
