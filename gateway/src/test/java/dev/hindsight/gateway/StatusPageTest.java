package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What anyone who is signed in learns about the services, and what goes on while one of them is down. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class StatusPageTest {

    private static Chromium chromium;
    private static Page page;

    private final String token = Wire.bearer("responder");

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/status");
    }

    @AfterEach
    void recover() {
        Surroundings.other().recover();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void saysThatAllWork() {
        assertThat(status()).containsText("All 4 services work.");
    }

    @Test
    void saysOfWhatIsDownWhatHasToWait() {
        Surroundings.service().goDown();
        try {
            assertThat(status()).containsText("3 of 4 services work.");
            assertThat(card("incident-service")).containsText("Does not answer");
            assertThat(card("audit-service")).containsText("Works");
        } finally {
            Surroundings.service().goUp();
        }
    }

    @Test
    void namesAProjectionThatStandsStillButNotWhy() {
        Surroundings.other().standStill("action-item-list", "a row that nobody is to read");

        assertThat(status()).containsText("1 of 4 services work.");
        assertThat(card("actionitem-service")).containsText("Works in part");
        assertThat(card("actionitem-service")).containsText("action-item-list");
        assertThat(page.content()).doesNotContain("nobody is to read");
    }

    @Test
    void oneServiceThatIsDownTakesNoOtherWithIt() {
        Surroundings.service().goDown();
        try {
            assertThat(Wire.get("/api/incidents", token).status()).isEqualTo(503);
            for (var path :
                    new String[] {"/api/action-items", "/api/reports/metrics", "/api/audit/status", "/api/me"}) {
                assertThat(Wire.get(path, token).status()).as(path).isEqualTo(200);
            }
            page.navigate(Surroundings.url() + "/incidents");
            assertThat(page.locator("h1")).hasText("The service behind this path does not answer");
        } finally {
            Surroundings.service().goUp();
        }
    }

    @Test
    void needsNoScrollingSideways() {
        page.setViewportSize(390, 900);
        page.navigate(Surroundings.url() + "/status");

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(chromium.forbidden()).isEmpty();
    }

    private static Locator status() {
        page.navigate(Surroundings.url() + "/status");
        return page.locator(".page-head [role=status]");
    }

    private static Locator card(String service) {
        return page.locator(".services > li").filter(new Locator.FilterOptions().setHasText(service));
    }
}
