package dev.hindsight.logkit;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** The demo users as callers of the API, each with a real token. */
public final class Callers {

    private Callers() {}

    public static RequestSpecification as(String user) {
        return given().contentType("application/json").auth().oauth2(ServiceEnvironment.tokenOf(user));
    }
}
