package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API described: one document for all services, and a page to try it in. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ApiDocsTest {

    private static final String DOCUMENT = "/api-docs/openapi.json";

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/api-docs");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void isThereWhicheverServiceIsDown() throws JsonProcessingException {
        Surroundings.service().goDown();
        try {
            assertThat(document().at("/paths/~1api~1incidents/post").isObject()).isTrue();
        } finally {
            Surroundings.service().goUp();
        }
    }

    @Test
    void saysWhatHoldsForEveryEndpoint() throws JsonProcessingException {
        var declare = document().at("/paths/~1api~1incidents/post");

        assertThat(document().path("openapi").asText()).startsWith("3.1");
        assertThat(document().at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(declare.at("/responses/default/$ref").asText()).isEqualTo("#/components/responses/Problem");
        assertThat(declare.path("parameters").findValuesAsText("$ref"))
                .contains("#/components/parameters/IdempotencyKey");
    }

    @Test
    void refersToNothingThatIsMissing() throws JsonProcessingException {
        var document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void isForThoseWhoAreSignedIn() {
        assertThat(Wire.get(DOCUMENT).status()).isEqualTo(401);
    }

    @Test
    void canBeTriedOutWithTheSession() {
        page.navigate(Surroundings.url() + "/api-docs");
        page.locator("#operations-me-MeResource_me .opblock-summary-control").click();
        page.locator("#operations-me-MeResource_me .try-out__btn").click();
        page.locator("#operations-me-MeResource_me .execute").click();

        assertThat(page.locator("#operations-me-MeResource_me .live-responses-table .response-col_status")
                        .last())
                .containsText("200");
        assertThat(page.locator("#operations-me-MeResource_me .live-responses-table"))
                .containsText("responder");
        assertThat(chromium.forbidden()).isEmpty();
    }

    private static JsonNode document() throws JsonProcessingException {
        var answer = page.request()
                .get(Surroundings.url() + DOCUMENT, RequestOptions.create().setHeader("Accept", "application/json"));
        assertThat(answer.status()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.text());
    }
}
