package dev.hindsight.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tokens of the demo realm say, and to whom it gives none. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class DemoTokensTest {

    @Test
    void aTokenNamesRoleTeamAudienceAndIssuer() {
        assertThat(claims(Surroundings.stack().tokenOf("responder")))
                .contains("\"responder\"")
                .contains("\"teams\":[\"chain-core\"]")
                .contains("\"aud\":\"hindsight-api\"")
                .contains("\"iss\":\"" + Surroundings.stack().realmUrl() + "\"")
                .contains("\"sub\":");
    }

    @Test
    void theOutsiderIsOfAnotherTeam() {
        assertThat(claims(Surroundings.stack().tokenOf("outsider"))).contains("\"teams\":[\"payments-core\"]");
    }

    @Test
    void aWrongPasswordGetsNoToken() {
        var form = Map.of(
                "grant_type", "password", "client_id", "hindsight-cli", "username", "responder", "password", "wrong");

        assertThatThrownBy(() -> Surroundings.stack().token(form)).hasMessageContaining("Invalid user credentials");
    }

    @Test
    void theGatewaysClientTakesNoPasswordOfAUser() {
        var form = Map.of(
                "grant_type", "password",
                "client_id", "hindsight-gateway",
                "client_secret", Surroundings.stack().gatewaySecret(),
                "username", "responder",
                "password", "responder");

        assertThatThrownBy(() -> Surroundings.stack().token(form)).hasMessageContaining("unauthorized_client");
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
