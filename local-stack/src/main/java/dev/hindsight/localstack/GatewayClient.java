package dev.hindsight.localstack;

import java.io.IOException;

/** The gateway as Keycloak knows it, changed as an administrator does. */
final class GatewayClient {

    private final RealmAdministrator realm;

    GatewayClient(String keycloakUrl, String administratorPassword) {
        realm = new RealmAdministrator(keycloakUrl, administratorPassword);
    }

    /** The address of the gateway from now on, instead of the one before. */
    void move(String from, String to) throws IOException, InterruptedException {
        var client = realm.get("/clients?clientId=hindsight-gateway").required(0);
        realm.put(
                "/clients/" + client.required("id").asText(), client.toString().replace(from, to));
    }
}
