package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person in front of a browser, between the gateway's pages and Keycloak's. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class SignInTest {

    private final List<String> complaints = new ArrayList<>();
    private Playwright playwright;
    private Page page;

    @BeforeEach
    void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        page = launch().newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void closeBrowser() {
        playwright.close();
    }

    @Test
    void leadsThroughKeycloakToThePageAskedFor() {
        signIn("facilitator", "facilitator", "/incidents/UNKNOWN");

        assertThat(page).hasURL(Surroundings.url() + "/incidents/UNKNOWN");
        assertThat(page.locator(".person")).containsText("facilitator");
        assertThat(complaints).isEmpty();
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
        assertThat(complaints).isEmpty();
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
    }

    private void signIn(String user, String password, String path) {
        page.navigate(Surroundings.url() + path);
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("#kc-login");
    }

    /** The system's own browser, so that nothing is downloaded. */
    private Browser launch() {
        var installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need Chromium: apt-get install chromium"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed)
                        .setArgs(List.of("--no-sandbox"))); // it refuses to run as root otherwise
    }
}
