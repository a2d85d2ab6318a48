package dev.hindsight.logkit;

import static io.restassured.RestAssured.given;

import dev.hindsight.testkit.TestStack;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The identity provider as its administrator sees it: makes the clients and people that a test needs. */
public final class Realm {

    private static final String REALM = "/realms/hindsight";
    private static final List<String> FOR_US = List.of("basic", "profile", "roles", "hindsight-api");
    private static final List<String> FOR_OTHERS = List.of("basic", "profile", "roles");

    private final TestStack stack;
    private final String host;
    private final String administrator;

    Realm(TestStack stack) {
        this.stack = stack;
        host = stack.realmUrl().substring(0, stack.realmUrl().indexOf(REALM));
        administrator = tokenOfAnotherRealm();
    }

    /** Good tokens, but of the realm that administers the others. */
    public String tokenOfAnotherRealm() {
        return given().formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "keycloak-admin",
                        "password", stack.keycloakAdminPassword()))
                .post(host + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** A client whose tokens are meant for this API, and live that long. */
    public void addClient(String name, int lifespanSeconds) {
        addClient(name, FOR_US, lifespanSeconds);
    }

    /** A client whose tokens are meant for something else. */
    public void addClientOfSomethingElse(String name) {
        addClient(name, FOR_OTHERS, 300);
    }

    /** Someone whom nobody has given a role; the password is the name. */
    public void addPersonWithoutRole(String name) {
        post(
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "email",
                        name + "@example.test",
                        "emailVerified",
                        true,
                        "firstName",
                        name,
                        "lastName",
                        "Test",
                        "credentials",
                        List.of(Map.of("type", "password", "value", name, "temporary", false))));
    }

    /** Somebody of a team with a role; the password is the name. The answer is their subject id. */
    public String addPerson(String name, String role, String team, boolean withMail) {
        var person = new HashMap<String, Object>(Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                name,
                "lastName",
                "Test",
                "groups",
                List.of("/" + team),
                "credentials",
                List.of(Map.of("type", "password", "value", name, "temporary", false))));
        if (withMail) {
            person.put("email", name + "@example.test");
        }
        var subject = added("/users", person);
        var known = administrating().get(host + "/admin" + REALM + "/roles/" + role);
        administrating()
                .body(List.of(known.as(Map.class)))
                .post(host + "/admin" + REALM + "/users/" + subject + "/role-mappings/realm")
                .then()
                .statusCode(204);
        return subject;
    }

    /** They may not sign in any more. */
    public void disable(String subject) {
        administrating()
                .body(Map.of("enabled", false))
                .put(host + "/admin" + REALM + "/users/" + subject)
                .then()
                .statusCode(204);
    }

    public String token(String client, String user) {
        return stack.token(Map.of("grant_type", "password", "client_id", client, "username", user, "password", user));
    }

    private void addClient(String name, List<String> scopes, int lifespanSeconds) {
        post(
                "/clients",
                Map.of(
                        "clientId",
                        name,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "defaultClientScopes",
                        scopes,
                        "optionalClientScopes",
                        List.of(),
                        "attributes",
                        Map.of("access.token.lifespan", Integer.toString(lifespanSeconds))));
    }

    private void post(String path, Object body) {
        added(path, body);
    }

    /** The id that it was given. */
    private String added(String path, Object body) {
        var answer = administrating().body(body).post(host + "/admin" + REALM + path);
        answer.then().statusCode(201);
        var location = answer.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private RequestSpecification administrating() {
        return given().contentType("application/json").auth().oauth2(administrator);
    }
}
