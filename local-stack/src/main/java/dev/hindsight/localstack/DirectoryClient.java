package dev.hindsight.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The client by which a service looks people up: added to a realm that was imported before there was one. */
final class DirectoryClient {

    static final String ID = "hindsight-directory";

    private static final String ITSELF = "/clients?clientId=" + ID;

    private final String keycloakUrl;
    private final RealmAdministrator realm;
    private final String secret;

    DirectoryClient(String keycloakUrl, String administratorPassword, String secret) {
        this.keycloakUrl = keycloakUrl;
        this.secret = secret;
        realm = new RealmAdministrator(keycloakUrl, administratorPassword);
    }

    void addIfMissing() throws IOException, InterruptedException {
        if (maySeePeople()) {
            return;
        }
        var known = realm.get(ITSELF);
        if (known.isEmpty()) {
            realm.post("/clients", definition().toString());
        } else {
            realm.put("/clients/" + id(known.get(0)), definition().toString());
        }
        var client = id(realm.get(ITSELF).required(0));
        var management = id(realm.get("/clients?clientId=realm-management").required(0));
        var viewUsers = "[%s]".formatted(realm.get("/clients/%s/roles/view-users".formatted(management)));
        var account = id(realm.get("/clients/%s/service-account-user".formatted(client)));
        realm.post("/users/%s/role-mappings/clients/%s".formatted(account, management), viewUsers);
        realm.post("/clients/%s/scope-mappings/clients/%s".formatted(client, management), viewUsers);
    }

    private boolean maySeePeople() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var token = new DirectGrant(keycloakUrl + "/realms/hindsight")
                    .accessToken(Map.of("grant_type", "client_credentials", "client_id", ID, "client_secret", secret));
            var people = HttpRequest.newBuilder(URI.create(keycloakUrl + "/admin/realms/hindsight/users?max=1"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(people, BodyHandlers.discarding()).statusCode() == 200;
        } catch (StackFailure noToken) {
            return false;
        }
    }

    private JsonNode definition() throws IOException {
        var client = (ObjectNode)
                StreamSupport.stream(RealmFile.base().required("clients").spliterator(), false)
                        .filter(it -> it.path("clientId").asText().equals(ID))
                        .findFirst()
                        .orElseThrow();
        return client.put("secret", secret);
    }

    private static String id(JsonNode thing) {
        return thing.required("id").asText();
    }
}
