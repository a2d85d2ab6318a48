package dev.hindsight.incident;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** The demo users as callers of the API, each with a real token. */
final class Callers {

    private Callers() {}

    static RequestSpecification as(String user) {
        return given().contentType("application/json").auth().oauth2(ServiceStack.tokenOf(user));
    }
}
