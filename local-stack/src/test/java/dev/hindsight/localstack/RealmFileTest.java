package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class RealmFileTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void overlayChangesTheClientOfTheSameNameAndAddsTheRest() throws IOException {
        var base = json.readTree("""
                {"clients": [{"clientId": "cli", "public": true, "grant": false}], "policy": "long"}""");
        var overlay = json.readTree("""
                {"clients": [{"clientId": "cli", "grant": true}], "users": [{"username": "ada"}], "policy": "short"}""");

        assertThat(RealmFile.merge(base, overlay)).isEqualTo(json.readTree("""
                {"clients": [{"clientId": "cli", "public": true, "grant": true}],
                 "policy": "short",
                 "users": [{"username": "ada"}]}"""));
    }

    @Test
    void theBaseHasNoPeopleAndNoTeams() throws IOException {
        assertThat(RealmFile.base().path("users"))
                .isNotEmpty()
                .allMatch(user -> user.has("serviceAccountClientId") && !user.has("credentials"));
        assertThat(RealmFile.base().path("groups")).isEmpty();
    }

    @Test
    void noClientOfTheBaseTakesAPassword() throws IOException {
        assertThat(clients(RealmFile.base()))
                .isNotEmpty()
                .noneMatch(client -> client.path("directAccessGrantsEnabled").asBoolean());
    }

    @Test
    void theBaseHoldsNoSecret() throws IOException {
        assertThat(clients(RealmFile.base()).filter(client -> client.has("secret")))
                .isNotEmpty()
                .allMatch(client ->
                        client.path("secret").asText().matches("\\$\\{HINDSIGHT_(GATEWAY|DIRECTORY)_SECRET}"));
    }

    @Test
    void theOverlayAloneAddsTheDemoUsersAndTheirPasswords() throws IOException {
        var demo = RealmFile.merge(RealmFile.base(), RealmFile.demoOverlay());

        assertThat(demo.path("users"))
                .filteredOn(user -> !user.has("serviceAccountClientId"))
                .extracting(user -> user.path("username").asText())
                .containsExactly("responder", "facilitator", "executive", "auditor", "admin", "outsider");
        assertThat(clients(demo)
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean()))
                .extracting(client -> client.path("clientId").asText())
                .containsExactly(DirectGrant.CLIENT);
    }

    private static Stream<JsonNode> clients(JsonNode realm) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false);
    }
}
