package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes hold in memory: https://docs.kernel.org/filesystems/proc.html, smaps_rollup. */
final class Memory {

    private static final Pattern RESIDENT = Pattern.compile("^Pss:\\s+(\\d+) kB", Pattern.MULTILINE);

    private Memory() {}

    /** With all its descendants: PostgreSQL is many processes. A page that several share is divided among them. */
    static OptionalLong residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> Path.of("/proc", Long.toString(each.pid()), "smaps_rollup"))
                .flatMap(Memory::residentBytes)
                .mapToLong(Long::longValue)
                .reduce(Long::sum);
    }

    private static Stream<Long> residentBytes(Path shares) {
        try {
            return RESIDENT.matcher(Files.readString(shares))
                    .results()
                    .map(found -> Long.parseLong(found.group(1)) * 1024);
        } catch (IOException endedOrNoSuchSystem) {
            return Stream.empty();
        }
    }
}
