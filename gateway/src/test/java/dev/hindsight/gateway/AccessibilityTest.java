package dev.hindsight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page shuts anybody out, as far as a program can tell (WCAG 2.2, level AA). */
@QuarkusTest
@WithTestResource(Surroundings.class)
class AccessibilityTest {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<Look> LOOKS = List.of(
            new Look(ColorScheme.LIGHT, 1280),
            new Look(ColorScheme.LIGHT, 390),
            new Look(ColorScheme.DARK, 390),
            new Look(ColorScheme.DARK, 1280));

    /** How a reader may have set up the screen. */
    private record Look(ColorScheme colours, int width) {}

    private static Chromium chromium;
    private static Page signedIn;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        signedIn = chromium.newPage();
        Chromium.signIn(signedIn, "responder", "responder", "/incidents");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in-failed?error=access_denied", "/problems", "/problems/not-found"})
    void aPublicPageBreaksNoRule(String path) {
        assertThat(brokenRules(chromium.newPage(), path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/incidents",
                "/incidents?q=nothing",
                "/incidents/INC-2026-0001",
                "/incidents/INC-2026-0002",
                "/incidents/INC-2026-0003",
                "/incidents/UNKNOWN",
                "/incidents/BUSY",
                "/action-items",
                "/action-items?q=nothing&blocked=true",
                "/action-items/AI-2026-0007",
                "/action-items/AI-2026-0008",
                "/action-items/AI-2026-0009",
                "/action-items/AI-2026-0010",
                "/action-items/AI-2026-0011",
                "/action-items/UNKNOWN",
                "/executive",
                "/executive?team=nothing",
                "/status"
            })
    void aPageForReadersBreaksNoRule(String path) {
        assertThat(brokenRules(signedIn, path)).isEmpty();
    }

    /** A check that finds nothing might as well look at nothing. */
    @Test
    void theCheckSeesWhatIsWrong() {
        var page = chromium.newPage();
        page.navigate(Surroundings.url() + "/problems");
        page.evaluate("() => document.querySelectorAll('p').forEach(p => p.style.color = '#ddd')");

        assertThat(brokenRules(page)).anyMatch(found -> found.startsWith("color-contrast"));
    }

    private static List<String> brokenRules(Page page, String path) {
        page.navigate(Surroundings.url() + path);
        assertThat(page.locator("h1").count()).isEqualTo(1);
        return LOOKS.stream()
                .flatMap(look -> {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
                    page.setViewportSize(look.width(), 900);
                    return brokenRules(page).map(rule -> look + ": " + rule);
                })
                .toList();
    }

    private static Stream<String> brokenRules(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " at " + node.getTarget() + ": " + node.getHtml()));
    }
}
