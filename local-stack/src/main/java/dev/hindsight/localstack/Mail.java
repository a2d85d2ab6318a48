package dev.hindsight.localstack;

import dev.hindsight.localstack.mail.MailServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mail server that delivers to nobody: it keeps what it is sent, and shows it on pages. */
final class Mail implements RestartedPart {

    private static final List<String> MEMORY = List.of(
            "-Xms8m",
            "-Xmx48m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1");

    private final Settings settings;
    private final Child child;

    Mail(Settings settings) {
        this.settings = settings;
        child = new Child("mail", settings.home());
    }

    /** How whoever sends mail finds this server, or the one that somebody else runs. */
    static Map<String, String> settingsOfSenders(Settings settings) {
        var password = "HINDSIGHT_SMTP_PASSWORD";
        if (settings.externalMail().isPresent()) { // all other settings of it are inherited
            return Optional.ofNullable(settings.environment().get(password))
                    .map(given -> Map.of(password, given))
                    .orElse(Map.of());
        }
        return Map.of(
                "HINDSIGHT_SMTP_HOST", "127.0.0.1",
                "HINDSIGHT_SMTP_PORT", Integer.toString(settings.smtp().number()),
                "HINDSIGHT_SMTP_TLS", "none",
                "HINDSIGHT_SMTP_USER", ""); // it asks nobody who they are
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Settings.Port> ports() {
        return List.of(settings.smtp(), settings.mailPages());
    }

    @Override
    public Path log() {
        return child.log();
    }

    @Override
    public Optional<ProcessHandle> running() throws IOException {
        return child.running();
    }

    @Override
    public void start(Progress progress) throws IOException, InterruptedException {
        startAgain();
    }

    @Override
    public void startAgain() throws IOException, InterruptedException {
        var process = child.start(command(), Map.of());
        var pages = URI.create(
                "http://127.0.0.1:%d%s".formatted(settings.mailPages().number(), MailServer.HEALTH));
        Health.await(name(), process, log(), pages, Duration.ofSeconds(60));
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        child.stop(Duration.ofSeconds(5));
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(KeycloakPrograms.java("java")));
        command.addAll(MEMORY);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                MailServer.class.getName(),
                settings.home().resolve("mail").toString(),
                Integer.toString(settings.smtp().number()),
                Integer.toString(settings.mailPages().number())));
        return command;
    }
}
