package dev.hindsight.gateway;

import dev.hindsight.localstack.FreePorts;
import dev.hindsight.testkit.TestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.Map;

/**
 * What the gateway stands between: a real Keycloak, and small services that show what reaches them. With the argument
 * {@code keycloak=later} the gateway starts while Keycloak is down.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private static TestStack stack;
    private static EchoService service;
    private static EchoService other;
    private static int port;
    private static String earlierToken;
    private boolean keycloakComesLater;

    static TestStack stack() {
        return stack;
    }

    static EchoService service() {
        return service;
    }

    /** Stands for all services but incident-service. */
    static EchoService other() {
        return other;
    }

    static int port() {
        return port;
    }

    static String url() {
        return "http://localhost:" + port;
    }

    /** An access token of the responder, from before the gateway started. */
    static String earlierToken() {
        return earlierToken;
    }

    @Override
    public void init(Map<String, String> arguments) {
        keycloakComesLater = "later".equals(arguments.get("keycloak"));
    }

    @Override
    public Map<String, String> start() {
        port = freePort();
        stack = TestStack.start(url());
        earlierToken = stack.tokenOf("responder");
        if (keycloakComesLater) {
            stack.stopKeycloak();
        }
        service = EchoService.start();
        other = EchoService.start();
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", Integer.toString(port)),
                Map.entry("quarkus.management.test-port", "0"),
                Map.entry("proxy.services.incident-service.url", service.url()),
                Map.entry("proxy.services.actionitem-service.url", other.url()),
                Map.entry("proxy.services.reporting-service.url", other.url()),
                Map.entry("proxy.services.audit-service.url", other.url()),
                Map.entry("proxy.response-timeout", "1S"),
                Map.entry("proxy.body-limit", "64K"),
                Map.entry("proxy.connections", "4"),
                Map.entry("proxy.queue", "1"),
                Map.entry("quarkus.oidc.auth-server-url", stack.realmUrl()),
                Map.entry("HINDSIGHT_GATEWAY_SECRET", stack.gatewaySecret()),
                Map.entry("HINDSIGHT_STATE_SECRET", "a state secret of at least thirty-two characters"),
                Map.entry("HINDSIGHT_SESSION_SECRET", "a session secret of at least thirty-two characters"));
    }

    @Override
    public void stop() {
        service.close();
        other.close();
        stack.close();
    }

    private static int freePort() {
        try {
            return FreePorts.find(1).getFirst();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
