package dev.hindsight.merkle;

import java.util.List;

/**
 * Size and root of one log at one time, the text that is signed (C2SP tlog-checkpoint).
 *
 * @param origin name of the log, without spaces and plus signs
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (!KeyName.isValid(origin) || size < 0) {
            throw new IllegalArgumentException("Not a checkpoint: %s, size %d".formatted(origin, size));
        }
    }

    /** @throws IllegalArgumentException if the text is not that of a checkpoint; lines after the third may say more */
    public static Checkpoint parse(String text) {
        var lines = List.of(text.split("\n", -1));
        if (lines.size() < 4
                || !lines.getLast().isEmpty()
                || lines.subList(0, lines.size() - 1).stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("A checkpoint is at least three lines, none of them empty");
        }
        return new Checkpoint(lines.get(0), Decimal.parse(lines.get(1)), Hash.fromBase64(lines.get(2)));
    }

    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, root.base64());
    }
}
