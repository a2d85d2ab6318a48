package dev.hindsight.systemtests;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.hindsight.localstack.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole system as {@code ./hindsight up} starts it, with a home and ports of its own, and the demo's outages in it. */
public final class RunningStack {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME =
            Path.of("target", "stack-" + UUID.randomUUID()).toAbsolutePath();
    private static final Path LOG = Path.of("target", "stack.log").toAbsolutePath();
    static final List<String> PORTS = List.of(
            "HINDSIGHT_GATEWAY_PORT",
            "HINDSIGHT_GATEWAY_MANAGEMENT_PORT",
            "HINDSIGHT_INCIDENT_SERVICE_PORT",
            "HINDSIGHT_ACTIONITEM_SERVICE_PORT",
            "HINDSIGHT_REPORTING_SERVICE_PORT",
            "HINDSIGHT_AUDIT_SERVICE_PORT",
            "HINDSIGHT_KEYCLOAK_PORT",
            "HINDSIGHT_KEYCLOAK_MANAGEMENT_PORT",
            "HINDSIGHT_POSTGRES_PORT",
            "HINDSIGHT_SMTP_PORT",
            "HINDSIGHT_MAIL_PORT");
    /** Where webhooks may lead to although it is on this machine; nobody listens there. */
    public static final String ALLOWED_RECEIVER = "localhost:9";

    /** The tests are over before much could have been compiled twice. */
    private static final Map<String, String> FOR_EVERY_PROCESS = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Map<String, String> ENVIRONMENT = environment();

    public static final String GATEWAY = "http://localhost:" + ENVIRONMENT.get("HINDSIGHT_GATEWAY_PORT");
    public static final String KEYCLOAK = "http://localhost:" + ENVIRONMENT.get("HINDSIGHT_KEYCLOAK_PORT");

    /** What was mailed, as a browser sees it. */
    static final String MAIL_PAGES = "http://localhost:" + ENVIRONMENT.get("HINDSIGHT_MAIL_PORT");

    /** Not for users: whoever speaks to it directly has passed no gateway. */
    public static final String INCIDENT_SERVICE = service("incident-service");

    private static Process stack;

    private RunningStack() {}

    /** The address of a service itself, past the gateway. */
    public static String service(String module) {
        var variable =
                "HINDSIGHT_%s_PORT".formatted(module.toUpperCase(Locale.ROOT).replace('-', '_'));
        return "http://127.0.0.1:" + ENVIRONMENT.get(variable);
    }

    /** Starts the stack for the first test class that needs it; it stops when the tests end. */
    public static synchronized void startOnce() {
        if (stack == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(RunningStack::stop));
            up();
            run("demo");
        }
    }

    /** {@code kill -9} of every process, the supervisor first, so that it can tidy nothing up. */
    public static void killEverything() {
        var parts = stack.descendants().toList();
        stack.destroyForcibly();
        parts.forEach(ProcessHandle::destroyForcibly);
        await().atMost(20, SECONDS).until(() -> parts.stream().noneMatch(RunningStack::isRunning));
    }

    /** {@code kill -9} of one service; the stack starts it again. */
    public static void kill(String module) {
        var process = process(module).orElseThrow();
        process.destroyForcibly();
        await().atMost(20, SECONDS).until(() -> !isRunning(process));
    }

    /** Waits until a service that was killed serves again. */
    public static void awaitBack(String module) {
        await().atMost(2, MINUTES)
                .until(() -> process(module).filter(RunningStack::isRunning).isPresent() && isReady(module));
    }

    /** Where every part writes about itself. */
    static Path logs() {
        return HOME.resolve("logs");
    }

    /** Where the mail server keeps what it is sent. */
    static Path mail() {
        return HOME.resolve("mail");
    }

    private static Optional<ProcessHandle> process(String module) {
        try {
            var written = Files.readString(HOME.resolve("run").resolve(module + ".pid"));
            return written.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(written.split(" ")[0]));
        } catch (NoSuchFileException beingStarted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(String module) {
        var address = module.equals("gateway") ? service("gateway-management") : service(module);
        try {
            var connection = (HttpURLConnection)
                    URI.create(address + "/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public static void up() {
        stack = start("up", LOG);
        await().atMost(5, MINUTES).until(() -> {
            if (!stack.isAlive()) {
                throw new IllegalStateException("The stack did not start:\n" + Files.readString(LOG));
            }
            return Files.readString(LOG).contains("Hindsight is up after");
        });
    }

    /** Runs a verb to its end. */
    static void run(String verb) {
        var log = Path.of("target", verb + ".log").toAbsolutePath();
        try {
            var process = start(verb, log);
            if (!process.waitFor(2, MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("%s failed:%n%s".formatted(verb, Files.readString(log)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a script of the checkout, as a person would. */
    static Process script(String path, String... arguments) throws IOException {
        var command = Stream.concat(Stream.of(CHECKOUT.resolve(path).toString()), Stream.of(arguments));
        var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    /** Drives the system's own browser, so that nothing is downloaded. */
    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installedBrowser())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking"))); // root needs the first
    }

    private static void stop() {
        if (stack != null && stack.isAlive()) {
            stack.destroy();
            stack.onExit().orTimeout(60, SECONDS).join();
        }
    }

    private static Process start(String verb, Path log) {
        try {
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:+UseSerialGC",
                            "-jar",
                            CHECKOUT.resolve("local-stack/target/local-stack.jar")
                                    .toString(),
                            verb)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(ENVIRONMENT);
            builder.environment().putAll(FOR_EVERY_PROCESS);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HINDSIGHT_CHECKOUT", CHECKOUT.toString());
        environment.put("HINDSIGHT_HOME", HOME.toString());
        environment.put("HINDSIGHT_START_CACHE", "off"); // this home is started too seldom for it to pay
        environment.put("HINDSIGHT_OUTGOING_ALLOWED_HOSTS", ALLOWED_RECEIVER);
        try {
            environment.putAll(freePorts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    /** One for each of {@link #PORTS}. */
    static Map<String, String> freePorts() throws IOException {
        var ports = FreePorts.find(PORTS.size());
        return IntStream.range(0, PORTS.size())
                .boxed()
                .collect(Collectors.toMap(PORTS::get, i -> Integer.toString(ports.get(i))));
    }

    /** A killed process whose parent has not noticed yet has no command any more. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static Path installedBrowser() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need Chromium: apt-get install chromium"));
    }
}
