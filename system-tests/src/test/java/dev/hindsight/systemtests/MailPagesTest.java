package dev.hindsight.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who reads in a browser what the stack has mailed. */
class MailPagesTest {

    private static final String NAME = "20310101T000000000-1";
    private static final String MESSAGE = """
            From: hindsight@example.test
            To: ana@example.test
            Subject: A link
            Content-Type: text/html; charset=utf-8

            <html lang="en"><head><base target="_self"></head><body>
            <p id="said">Nothing ran</p>
            <p><a href="%s/">To Hindsight</a></p>
            <script>document.getElementById("said").textContent = "A script ran"</script>
            </body></html>
            """.formatted(RunningStack.GATEWAY);

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    private Playwright playwright;
    private Page page;

    @BeforeEach
    void openBrowser() throws IOException {
        playwright = RunningStack.playwright();
        page = RunningStack.browser(playwright).newPage();
        Files.writeString(RunningStack.mail().resolve(NAME + ".eml"), MESSAGE);
    }

    @AfterEach
    void closeBrowser() throws IOException {
        playwright.close();
        Files.delete(RunningStack.mail().resolve(NAME + ".eml"));
    }

    @Test
    void aLinkInTheHtmlOpensAPageThatIsInNoSandboxAndNoScriptRuns() {
        page.navigate(RunningStack.MAIL_PAGES + "/messages/" + NAME);
        var message = page.frameLocator("iframe");
        assertThat(message.locator("#said")).hasText("Nothing ran");

        var opened = page.waitForPopup(() -> message.getByText("To Hindsight").click());

        assertThat(opened).hasURL(RunningStack.GATEWAY + "/");
        assertThat(opened.locator("h1")).isVisible();
        assertThat(opened.evaluate("window.opener")).isNull();
    }
}
