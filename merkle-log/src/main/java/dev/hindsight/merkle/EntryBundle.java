package dev.hindsight.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entries in the form of a bundle: each after its length as a big-endian uint16 (C2SP tlog-tiles). */
public final class EntryBundle {

    /** Bytes of the longest entry that a bundle can hold. */
    public static final int LONGEST = 65_535;

    private EntryBundle() {}

    /** @throws IllegalArgumentException if an entry is too long */
    public static byte[] of(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("An entry of %d bytes is too long".formatted(entry.length));
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws IllegalArgumentException if the bundle ends within an entry */
    public static List<byte[]> entries(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (var rest = ByteBuffer.wrap(bundle); rest.hasRemaining(); ) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new IllegalArgumentException("The bundle ends within an entry");
            }
            var entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
