package dev.hindsight.localstack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.subethamail.smtp.helper.SimpleMessageListener;

/** The newest messages as files in one folder, each as it came, named so that they sort by when they came. */
final class KeptMessages implements SimpleMessageListener {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{9}-\\d{1,6}");
    private static final String SUFFIX = ".eml";
    private static final String UNFINISHED = ".new";
    private static final int KEPT = 1_000;

    private final Path folder;
    private final AtomicLong taken = new AtomicLong();

    KeptMessages(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        forgetUnfinished();
        forgetAllBut(KEPT);
    }

    @Override
    public boolean accept(String from, String recipient) {
        return true;
    }

    /** The sender is told that it is taken once it is a whole file. */
    @Override
    public void deliver(String from, String recipient, InputStream message) throws IOException {
        var name = "%s-%06d".formatted(TIME.format(Instant.now()), taken.incrementAndGet() % 1_000_000);
        var fresh = folder.resolve(name + UNFINISHED);
        Files.copy(message, fresh, StandardCopyOption.REPLACE_EXISTING);
        keep(fresh, file(name));
    }

    /** The oldest makes room first, so that a sender is told of a failure only if the message is not kept. */
    private synchronized void keep(Path fresh, Path file) throws IOException {
        forgetAllBut(KEPT - 1);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void forgetAllBut(int newest) throws IOException {
        for (var name : newest(Integer.MAX_VALUE).stream().skip(newest).toList()) {
            Files.deleteIfExists(file(name));
        }
    }

    /** What a process that was killed had begun to take: nobody was told that it was taken. */
    private void forgetUnfinished() throws IOException {
        try (var unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (var file : unfinished) {
                Files.delete(file);
            }
        }
    }

    /** Names of messages, newest first. */
    List<String> newest(int limit) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .toList();
        }
    }

    /** The file of a message; none for whatever else somebody may ask for. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches() ? Optional.of(file(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
