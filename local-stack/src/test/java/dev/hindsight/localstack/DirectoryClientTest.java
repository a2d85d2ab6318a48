package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm that was imported by an earlier release gets the client that looks people up. */
class DirectoryClientTest {

    private static final String CLIENTS = "/clients?clientId=" + DirectoryClient.ID;

    /** Before anybody said what it may do. */
    private static final String AS_LEFT_HALF_WAY = """
            {"clientId": "%s", "secret": "half", "serviceAccountsEnabled": true, "fullScopeAllowed": false}
            """.formatted(DirectoryClient.ID);

    @TempDir
    Path folder;

    @Test
    void isAddedToARealmThatHasNone() throws Exception {
        var checkout = Path.of("..").toAbsolutePath().normalize();
        try (var infrastructure =
                Infrastructure.databaseAndIdentity(checkout, folder.resolve("home"), FirstStart.GATEWAY_URL)) {
            var keycloak = infrastructure.realmUrl().replace("/realms/hindsight", "");
            var password = infrastructure.secret("HINDSIGHT_KEYCLOAK_ADMIN_PASSWORD");
            var realm = new RealmAdministrator(keycloak, password);
            assertThat(peopleSeenWith(infrastructure.realmUrl(), infrastructure.secret("HINDSIGHT_DIRECTORY_SECRET")))
                    .isEqualTo(200);
            realm.delete(
                    "/clients/" + realm.get(CLIENTS).required(0).required("id").asText());

            new DirectoryClient(keycloak, password, "a secret of its own").addIfMissing();

            assertThat(peopleSeenWith(infrastructure.realmUrl(), "a secret of its own"))
                    .isEqualTo(200);

            new DirectoryClient(keycloak, password, "the next secret").addIfMissing();

            assertThat(peopleSeenWith(infrastructure.realmUrl(), "the next secret"))
                    .isEqualTo(200);
            assertThat(realm.get(CLIENTS)).hasSize(1);

            realm.delete(
                    "/clients/" + realm.get(CLIENTS).required(0).required("id").asText());
            realm.post("/clients", AS_LEFT_HALF_WAY);
            assertThat(peopleSeenWith(infrastructure.realmUrl(), "half")).isEqualTo(403);

            new DirectoryClient(keycloak, password, "half").addIfMissing();

            assertThat(peopleSeenWith(infrastructure.realmUrl(), "half")).isEqualTo(200);
        }
    }

    /** What the admin API answers the client that asks who a person is. */
    private static int peopleSeenWith(String realmUrl, String secret) throws Exception {
        var token = new DirectGrant(realmUrl)
                .accessToken(Map.of(
                        "grant_type", "client_credentials", "client_id", DirectoryClient.ID, "client_secret", secret));
        var address = realmUrl.replace("/realms/", "/admin/realms/") + "/users?username=responder";
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
