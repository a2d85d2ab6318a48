package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person in front of a browser, between the gateway's pages and Keycloak's. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SignInTest {

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
    }

    @AfterEach
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void leadsThroughKeycloakToThePageAskedFor() {
        signIn("facilitator", "facilitator", "/incidents/UNKNOWN");

        assertThat(page).hasURL(Surroundings.url() + "/incidents/UNKNOWN");
        assertThat(page.locator(".person")).containsText("facilitator");
        assertThat(chromium.forbidden()).isEmpty();
    }

    @Test
    void letsThePageUseTheApiWithItsCookieAndWithoutAToken() {
        signIn("auditor", "auditor", "/incidents/UNKNOWN");

        assertThat(page.evaluate("() => fetch('/api/me').then(r => r.text())").toString())
                .contains("\"name\":\"auditor\",\"roles\":[\"auditor\"],\"teams\":[\"chain-core\"]");
        assertThat(page.evaluate("() => fetch('/api/incidents', {method: 'POST', body: '{}'}).then(r => r.text())")
                        .toString())
                .contains("POST /api/incidents", "authorization: Bearer")
                .doesNotContain("cookie:");
    }

    @Test
    void givesScriptsNoSightOfTheSession() {
        signIn("responder", "responder", "/incidents/UNKNOWN");

        assertThat(page.evaluate("() => document.cookie")).isEqualTo("");
    }

    @Test
    void endsAtKeycloakTooWhenSigningOut() {
        signIn("responder", "responder", "/incidents/UNKNOWN");

        page.getByText("Sign out").click();
        assertThat(page).hasURL(Pattern.compile("^" + Surroundings.url() + "/(\\?state=.*)?$"));
        page.navigate(Surroundings.url() + "/incidents/UNKNOWN");

        assertThat(page.locator("#username")).isVisible();
        assertThat(chromium.forbidden()).isEmpty();
    }

    @Test
    void refusesAWrongPassword() {
        signIn("executive", "wrong", "/incidents");

        assertThat(page.getByText("Invalid username or password.")).isVisible();
    }

    @Test
    void saysInWordsWhatThereIsNotToSee() {
        signIn("responder", "responder", "/incidents/UNKNOWN");
        assertThat(page.locator("h1")).hasText("Not found");

        page.navigate(Surroundings.url() + "/incidents/DENIED");
        assertThat(page.locator("h1")).hasText("Your rights do not allow this");

        page.navigate(Surroundings.url() + "/incidents/GARBLED");
        assertThat(page.locator("h1")).hasText("The service behind this path broke off");

        page.navigate(Surroundings.url() + "/incidents/slow");
        assertThat(page.locator("h1")).hasText("The service behind this path took too long");

        page.navigate(Surroundings.url() + "/incidents/BUSY");
        assertThat(page.locator("h1")).hasText("The service behind this path is too busy");
    }

    private void signIn(String user, String password, String path) {
        Chromium.signIn(page, user, password, path);
    }
}
