package dev.hindsight.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestStackTest {

    private static TestStack stack;

    @BeforeAll
    static void start() {
        stack = TestStack.start();
    }

    @AfterAll
    static void close() {
        stack.close();
    }

    @Test
    void aTokenNamesRoleTeamAudienceAndIssuer() {
        assertThat(claims(stack.tokenOf("responder")))
                .contains("\"responder\"")
                .contains("\"teams\":[\"chain-core\"]")
                .contains("\"aud\":\"hindsight-api\"")
                .contains("\"iss\":\"" + stack.realmUrl() + "\"")
                .contains("\"sub\":");
    }

    @Test
    void theOutsiderIsOfAnotherTeam() {
        assertThat(claims(stack.tokenOf("outsider"))).contains("\"teams\":[\"payments-core\"]");
    }

    @Test
    void aWrongPasswordGetsNoToken() {
        var form = Map.of(
                "grant_type", "password", "client_id", "hindsight-cli", "username", "responder", "password", "wrong");

        assertThatThrownBy(() -> stack.token(form)).hasMessageContaining("Invalid user credentials");
    }

    @Test
    void theGatewaysClientTakesNoPasswordOfAUser() {
        var form = Map.of(
                "grant_type", "password",
                "client_id", "hindsight-gateway",
                "client_secret", stack.gatewaySecret(),
                "username", "responder",
                "password", "responder");

        assertThatThrownBy(() -> stack.token(form)).hasMessageContaining("unauthorized_client");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
