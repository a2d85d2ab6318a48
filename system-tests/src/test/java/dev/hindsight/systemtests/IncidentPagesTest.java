package dev.hindsight.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A responder who reads the incidents of the demo. */
class IncidentPagesTest {

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private Playwright playwright;
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        playwright = RunningStack.playwright();
        browser = RunningStack.browser(playwright);
    }

    @AfterEach
    void closeBrowser() {
        playwright.close();
    }

    @Test
    void listsWhatTheDemoHasLoaded() {
        var page = signedIn(new Browser.NewContextOptions());

        var outages = Api.as("responder")
                .get("incidents?mode=RETROSPECTIVE&limit=200")
                .get("items");
        assertThat(outages).hasSize(18);
        for (var outage : outages) {
            assertThat(page.getByText(outage.get("title").asText())).isVisible();
        }
    }

    @Test
    void narrowsTheListWithoutLoadingThePageAnew() {
        var page = signedIn(new Browser.NewContextOptions());
        page.evaluate("() => { window.samePage = true }");

        page.fill("#q", "cloudflare");

        assertThat(page.locator("table.incidents tbody tr")).hasCount(1);
        assertThat(page.evaluate("() => window.samePage")).isEqualTo(true);
    }

    @Test
    void narrowsTheListWithoutScripts() {
        var page = signedIn(new Browser.NewContextOptions().setJavaScriptEnabled(false));

        page.fill("#q", "cloudflare");
        page.click(".filters button");

        assertThat(page.locator("table.incidents tbody tr")).hasCount(1);
    }

    @Test
    void saysThatNothingMatches() {
        var page = signedIn(new Browser.NewContextOptions());

        page.fill("#q", "nothing is called like this");

        assertThat(page.getByText("No incident matches.")).isVisible();
    }

    @Test
    void opensOneIncidentWithItsTimeline() {
        var page = signedIn(new Browser.NewContextOptions());

        page.locator("table.incidents tbody a").first().click();

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.getByText("Time to detect")).isVisible();
        assertThat(page.locator("main time").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void needsNoScrollingSideways(int width) {
        var page = signedIn(new Browser.NewContextOptions().setViewportSize(width, 900));

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
        page.locator("table.incidents tbody a").first().click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
    }

    private Page signedIn(Browser.NewContextOptions options) {
        var page = browser.newContext(options).newPage();
        page.navigate(RunningStack.GATEWAY + "/incidents");
        page.fill("#username", "responder");
        page.fill("#password", "responder");
        page.click("#kc-login");
        assertThat(page.locator("h1")).hasText("Incidents");
        return page;
    }
}
