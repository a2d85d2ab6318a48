package dev.hindsight.logkit;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** The demo users as callers of the API, each with a real token; each call is compared with the published contract. */
public final class Callers {

    private static final PublishedContract CONTRACT = new PublishedContract();

    private Callers() {}

    /** Somebody without a token. */
    public static RequestSpecification anonymous() {
        return given().contentType("application/json").filter(CONTRACT);
    }

    public static RequestSpecification as(String user) {
        return anonymous().auth().oauth2(ServiceEnvironment.tokenOf(user));
    }
}
