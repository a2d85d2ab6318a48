package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What someone who decides about risk learns from the executive view, and what it owns up not to know. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ExecutivePageTest {

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "executive", "executive", "/executive");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @Test
    void saysFirstWhatIsNotOver() {
        open("");

        assertThat(page.locator("h2").first()).hasText("2 incidents are not over.");
        assertThat(section("not over").getByRole(AriaRole.LISTITEM).first()).containsText("INC-2026-0013");
    }

    @Test
    void saysWhichFollowUpIsLateOrNobodys() {
        open("");

        assertThat(section("left to do")).containsText("9 agreed follow-ups are still to be done.");
        assertThat(section("left to do")).containsText("4 are past the agreed date.");
        assertThat(section("left to do")).containsText("2 have nobody who answers for it.");
    }

    @Test
    void drawsEveryKnownValueOnceAndNoOther() {
        open("");

        assertThat(page.locator("svg .dot")).hasCount(12 + 2 + 12 + 12);
        assertThat(page.locator("svg .between")).hasCount(2 + 2 + 2);
    }

    @Test
    void drawsALineOnlyWhereThereIsEnoughData() {
        open("");

        assertThat(page.locator("svg .p50")).hasCount(3);
        assertThat(page.locator("svg .p75")).hasCount(3);
        assertThat(page.locator("svg .p90")).hasCount(0);
        assertThat(section("Time to acknowledge"))
                .containsText("50 %: Not enough data to tell: it takes 6 values, and there are 2.");
    }

    @Test
    void listsWhatIsMissingWithTheReason() {
        open("");

        assertThat(section("Time to detect")).containsText("14 of 18 incidents have a measured detection time");
        assertThat(section("Time to detect")
                        .getByRole(AriaRole.LISTITEM)
                        .filter(new Locator.FilterOptions().setHasText("No start of the impact is recorded.")))
                .containsText("INC-2026-0018");
        assertThat(section("Time to detect")).containsText("lies before the start of the impact");
    }

    @Test
    void saysWithinWhichTimeHalfAreOverWithThoseThatGoOn() {
        open("");

        assertThat(section("Time to mitigate"))
                .containsText(
                        "Including the one that still goes on, half are mitigated within a time between 3 h 30 min and"
                                + " 5 h 10 min. Given how few there are, it may really be from 25 min to 16 h (95 % confidence).");
        assertThat(section("Time to resolve"))
                .containsText("Including the 2 that still go on, half are resolved within");
        assertThat(section("Time to detect")).not().containsText("still go");
    }

    @Test
    void tellsEachValueInATableToo() {
        open("");

        page.getByText("All values as a table").click();

        var detected = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Time to detect"));
        assertThat(detected.getByRole(AriaRole.ROW)).hasCount(1 + 19);
        assertThat(detected.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("INC-2026-0003")))
                .containsText("1 min 30 s");
        assertThat(detected.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("INC-2026-0014")))
                .containsText("not recorded");
        var resolved = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Time to resolve"));
        assertThat(resolved.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("INC-2026-0013")))
                .containsText("goes on, for at least 1 d 3 h");
    }

    @Test
    void asksForWholeDaysAndKeepsWhatWasAsked() {
        open("");
        page.getByLabel("First day (UTC)").fill("2026-01-01");
        page.getByLabel("Last day (UTC)").fill("2026-03-31");
        page.locator("#team").fill("chain-core");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();

        assertThat(page).hasURL(Surroundings.url() + "/executive?from=2026-01-01&to=2026-03-31&team=chain-core");
        assertThat(page.getByLabel("Last day (UTC)")).hasValue("2026-03-31");
        assertThat(page.locator(".page-head")).containsText("From 2026-01-01 to 2026-03-31");
    }

    @Test
    void saysThatThereIsNothingWithoutDrawingIt() {
        open("?team=nothing");

        assertThat(page.locator("h2").first()).hasText("No incident is going on.");
        assertThat(page.locator("svg.plot")).hasCount(0);
        assertThat(section("left to do")).containsText("No agreed follow-up is left to do.");
    }

    @Test
    void leadsToTheSameFiguresComputedAgain() {
        open("?from=2026-01-01");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("computed again from there")))
                .hasAttribute(
                        "href", "/api/reports/executive?from=2026-01-01T00:00:00Z&atPosition=1234&asOf=2026-04-01");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void fitsTheScreen(int width) {
        page.setViewportSize(width, 900);
        open("");

        assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(chromium.forbidden()).isEmpty();
    }

    private static void open(String query) {
        page.navigate(Surroundings.url() + "/executive" + query);
    }

    private static Locator section(String heading) {
        return page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("> h2, > h3").filter(new Locator.FilterOptions().setHasText(heading))));
    }
}
