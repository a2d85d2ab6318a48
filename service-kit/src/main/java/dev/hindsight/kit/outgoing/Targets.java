package dev.hindsight.kit.outgoing;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides where requests may go that people have named the address of: to public addresses, and to hosts that whoever runs
 * the service has allowed by name. So nobody makes the service speak to what only it can reach (server-side request forgery).
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     OWASP: Server-Side Request Forgery Prevention</a>
 */
@Singleton
public class Targets {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]+");

    /** A last label of digits makes a browser read all of the host as a number (WHATWG URL, section 3.5). */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern FOUR_NUMBERS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    private final HostNames names;
    private final Set<String> allowed;

    /** @param allowed hosts that may have any address, each with or without a port */
    public Targets(
            HostNames names,
            @ConfigProperty(name = "hindsight.outgoing.allowed-hosts") Optional<List<String>> allowed) {
        this.names = names;
        this.allowed = allowed.stream()
                .flatMap(List::stream)
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses an address that nothing may be sent to, or cannot be at this moment. */
    public void check(String address) throws TargetRefusedException {
        resolved(address);
    }

    /** The target with the addresses of its host, which is asked for once. */
    Target resolved(String address) throws TargetRefusedException {
        var uri = parsed(address);
        boolean secure = secure(uri);
        var host = host(uri);
        int port = port(uri, secure);
        var addresses = addresses(host);
        if (!isAllowed(host, port) && !addresses.stream().allMatch(PublicAddresses::contain)) {
            throw new TargetRefusedException("Its host is in a network that is not public.");
        }
        return new Target(uri, secure, host, port, addresses);
    }

    private static URI parsed(String address) throws TargetRefusedException {
        try {
            if (VISIBLE_ASCII.matcher(address).matches()) {
                return new URI(address);
            }
        } catch (URISyntaxException e) {
            throw new TargetRefusedException("It cannot be read as a URL.");
        }
        throw new TargetRefusedException("It has characters that a URL has to have encoded.");
    }

    private static boolean secure(URI uri) throws TargetRefusedException {
        return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> false;
            default -> throw new TargetRefusedException("It begins neither with https:// nor with http://.");
        };
    }

    private static String host(URI uri) throws TargetRefusedException {
        var authority = uri.getRawAuthority();
        if (authority != null && authority.contains("@")) {
            throw new TargetRefusedException("It has a user or a password before its host.");
        }
        var host = uri.getHost();
        if (host == null || host.contains("%")) {
            throw new TargetRefusedException("Its host cannot be read.");
        }
        var lower = host.toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(lower).matches() && !FOUR_NUMBERS.matcher(lower).matches()) {
            throw new TargetRefusedException("Its host is a number that is not written as an address.");
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static int port(URI uri, boolean secure) throws TargetRefusedException {
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new TargetRefusedException("It has no port that can be connected to.");
        }
        return uri.getPort() == -1 ? secure ? HTTPS : HTTP : uri.getPort();
    }

    private boolean isAllowed(String host, int port) {
        return Stream.of(host, host + ":" + port).anyMatch(allowed::contains);
    }

    /** By a thread of its own: how long it takes is up to whoever keeps the name. */
    private List<InetAddress> addresses(String host) throws TargetRefusedException {
        var asked = new FutureTask<>(() -> names.addresses(host));
        Thread.startVirtualThread(asked);
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException) {
                throw new TargetRefusedException("Its host is not found.");
            }
            throw new IllegalStateException("A host could not be looked up", e.getCause());
        } catch (TimeoutException e) {
            throw new TargetRefusedException("Its host is not found in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetRefusedException("Its host is not found, as the service stops.");
        }
    }
}
