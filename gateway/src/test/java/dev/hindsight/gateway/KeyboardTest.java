package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person who has a keyboard and no mouse. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class KeyboardTest {

    private static final int MORE_THAN_A_PAGE_HAS = 80;

    private static final String FOCUSED = """
            () => {
              const element = document.activeElement;
              if (element === document.body) { return ""; }
              const style = getComputedStyle(element);
              const box = element.getBoundingClientRect();
              const visible = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const name = (element.innerText || element.id || element.tagName).trim();
              return name + (visible ? "" : " [no outline]") + (inView ? "" : " [out of view]");
            }
            """;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void signIn() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/incidents");
        assertThat(page.locator("h1")).hasText("Incidents");
    }

    @AfterEach
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void skipsToTheContentFirst() {
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to the content");

        page.keyboard().press("Enter");

        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("content");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("q");
    }

    @Test
    void goesFromTheListToAnIncidentAndBack() {
        tabUntil("INC-2026-0001");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Surroundings.url() + "/incidents/INC-2026-0001");

        tabUntil("Incidents");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Surroundings.url() + "/incidents");
    }

    @Test
    void narrowsTheList() {
        tabUntil("q");
        page.keyboard().type("nothing");

        assertThat(page.getByText("No incident matches.")).isVisible();
        assertThat(focused()).isEqualTo("q");
    }

    @Test
    void signsOut() {
        tabUntil("Sign out");
        page.keyboard().press("Enter");

        assertThat(page.getByText("You are not signed in.")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "/incidents, 1280",
        "/incidents, 390",
        "/incidents/INC-2026-0001, 1280",
        "/incidents/INC-2026-0001, 390",
        "/action-items, 1280",
        "/action-items, 390",
        "/action-items?team=chain-core, 390",
        "/action-items/AI-2026-0007, 1280",
        "/action-items/AI-2026-0007, 390",
        "/executive?team=nothing, 1280",
        "/executive?team=nothing, 390"
    })
    void alwaysSeesWhereTheFocusIs(String path, int width) {
        page.setViewportSize(width, 700);
        page.navigate(Surroundings.url() + path);

        assertThat(stops())
                .hasSizeGreaterThan(5)
                .noneMatch(stop -> stop.endsWith("[no outline]") || stop.endsWith("[out of view]"));
    }

    /** Everything that the tabulator stops at, in its order. */
    private List<String> stops() {
        List<String> stops = new ArrayList<>();
        for (var i = 0; i < MORE_THAN_A_PAGE_HAS; i++) {
            page.keyboard().press("Tab");
            if (focused().isEmpty()) {
                return stops;
            }
            stops.add(focused());
        }
        throw new AssertionError("the tabulator never leaves the page: " + stops);
    }

    private void tabUntil(String start) {
        for (var i = 0; i < MORE_THAN_A_PAGE_HAS; i++) {
            page.keyboard().press("Tab");
            if (focused().startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("the tabulator never reaches " + start);
    }

    private String focused() {
        return (String) page.evaluate(FOCUSED);
    }
}
