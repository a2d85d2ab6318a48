package dev.hindsight.merkle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a tile or of a bundle of entries below {@code tile/} (C2SP tlog-tiles).
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param width 256 of a full tile, fewer of a partial one
 */
public record TilePath(int level, long index, int width) {

    /** Stands for the bundles of entries. */
    public static final int ENTRIES = -1;

    /** Hashes of a full tile. */
    public static final int FULL = 256;

    private static final long MOST_TILES = 1_000_000_000_000_000L;
    private static final Pattern FORM =
            Pattern.compile("(entries|0|[1-9]|[1-5]\\d|6[0-3])/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || index >= MOST_TILES || width < 1 || width > FULL) {
            throw new IllegalArgumentException("There is no such tile: %d/%d, width %d".formatted(level, index, width));
        }
    }

    /** Reads the one way to write an address; empty for anything else. */
    public static Optional<TilePath> parse(String path) {
        var parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        return width > FULL
                ? Optional.empty()
                : Optional.of(new TilePath(level, index, width))
                        .filter(tile -> tile.path().equals(path));
    }

    /** Such as {@code 0/x001/x234/067.p/112}. */
    public String path() {
        var groups = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + groups
                + (isFull() ? "" : ".p/" + width);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The first hash or entry of the tile, counted within its level. */
    public long from() {
        return index * FULL;
    }

    /** Whether a tree of that size has all hashes or entries of this tile. */
    public boolean isWithin(long treeSize) {
        return from() + width <= TreeShape.width(Math.max(level, 0), treeSize);
    }
}
