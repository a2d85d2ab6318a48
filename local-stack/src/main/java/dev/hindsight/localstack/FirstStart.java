package dev.hindsight.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Spares a home the first start of PostgreSQL and Keycloak, which takes most of a minute: it begins as a copy of a home in
 * which both have been started and stopped once. Such homes share their secrets, so this is for tests and benchmarks only.
 */
final class FirstStart {

    /** Where the copied realm sends browsers, until it is told otherwise. */
    static final String GATEWAY_URL = "http://localhost:8081";

    private static final List<String> KEPT = List.of("postgres", "keycloak", "secrets.properties");

    /** Starts both parts in a home that is new, and stops them. */
    interface Rehearsal {
        void in(Path home) throws IOException, InterruptedException;
    }

    private FirstStart() {}

    static void copyInto(Path home, Cache cache, Rehearsal rehearsal) throws IOException, InterruptedException {
        var original = cache.folder("first-start-" + key(), folder -> {
            Homes.create(folder);
            rehearsal.in(folder);
        });
        for (var part : KEPT) {
            copy(original.resolve(part), home.resolve(part));
        }
    }

    /** What decides how a home looks after its first start. */
    private static String key() throws IOException {
        var checksum = new CRC32C();
        var realm = RealmFile.merge(RealmFile.base(), RealmFile.demoOverlay());
        checksum.update(List.of(KeycloakPrograms.NAME, PostgresPrograms.VERSION, realm)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
