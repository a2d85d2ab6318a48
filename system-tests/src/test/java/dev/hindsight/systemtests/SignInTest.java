package dev.hindsight.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who signs in and out. */
class SignInTest {

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private Playwright playwright;
    private Page page;

    @BeforeEach
    void openBrowser() {
        playwright = RunningStack.playwright();
        page = RunningStack.browser(playwright).newPage();
    }

    @AfterEach
    void closeBrowser() {
        playwright.close();
    }

    @Test
    void leadsThroughKeycloakToThePageAskedFor() {
        signIn("responder", "responder");

        assertThat(page).hasURL(RunningStack.GATEWAY + "/incidents");
        assertThat(page.locator("h1")).hasText("Incidents");
        assertThat(page.locator(".person")).containsText("responder");
    }

    @Test
    void endsAtKeycloakTooWhenSigningOut() {
        signIn("responder", "responder");

        page.getByText("Sign out").click();
        assertThat(page).hasURL(Pattern.compile("^" + RunningStack.GATEWAY + "/(\\?state=.*)?$"));
        page.navigate(RunningStack.GATEWAY + "/incidents");

        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void refusesAWrongPassword() {
        signIn("executive", "wrong");

        assertThat(page.getByText("Invalid username or password.")).isVisible();
    }

    private void signIn(String user, String password) {
        page.navigate(RunningStack.GATEWAY + "/incidents");
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("#kc-login");
    }
}
