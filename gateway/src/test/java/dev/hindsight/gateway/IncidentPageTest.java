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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader learns from the page of one incident, and which gaps it owns up to. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class IncidentPageTest {

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/incidents");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Supported    | A version skew made nodes disagree | Evidence: Traces of the same transaction on both versions
                    Refuted      | A network partition                | Why: Both groups saw each other's blocks.
                    Inconclusive | An unannounced load test           | The source says “open”
                    Proposed     | A slow disk                        | Evidence: Metrics
                    """)
    void tellsWhatBecameOfEachHypothesis(String verdict, String statement, String detail) {
        var hypothesis = item("INC-2026-0001", "Hypotheses", statement);

        assertThat(hypothesis).containsText(verdict);
        assertThat(hypothesis).containsText(detail);
    }

    @Test
    void saysThatAHypothesisHasNoEvidence() {
        assertThat(item("INC-2026-0001", "Hypotheses", "A network partition")).containsText("No evidence recorded");
    }

    @Test
    void sortsContributingFactorsAndSaysWhichAreNotSorted() {
        assertThat(item("INC-2026-0001", "Contributing factors", "same version").locator(".tag"))
                .hasText(new String[] {"Enabling", "Process", "Coordination gap"});
        assertThat(item("INC-2026-0001", "Contributing factors", "lost finality"))
                .containsText("Not sorted by role, layer or kind yet");
    }

    @Test
    void countsFollowUpsThatNobodyOwnsOrDated() {
        assertThat(section("INC-2026-0001", "Follow-ups"))
                .containsText("3 follow-ups: 2 without an owner, 2 without a due date.");
    }

    @Test
    void keepsAGapApartFromWhatTheSourceSays() {
        var followUp = item("INC-2026-0001", "Follow-ups", "Announce the client versions");

        for (var text : new String[] {
            "No owner recorded",
            "No due date recorded",
            "Status “done”, completed on 2026-03-20",
            "Due “version 1.2.12”",
            "For “Example Foundation” to do"
        }) {
            assertThat(followUp).containsText(text);
        }
    }

    @Test
    void saysWhereALessonIsMissing() {
        var lessons = section("INC-2026-0001", "Lessons");

        assertThat(lessons).containsText("Operators answered within minutes");
        assertThat(lessons).containsText("Nobody knew who runs which version");
        assertThat(lessons.locator(".gap")).hasText("Nothing recorded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INC-2026-0001 | Time to detect      | 12 min 30 s
                    INC-2026-0001 | Time to acknowledge | Not recorded
                    INC-2026-0001 | Time to mitigate    | about 2 h
                    INC-2026-0001 | Time to resolve     | between 14 h and 1 d 13 h
                    INC-2026-0002 | Time to detect      | Cannot be computed
                    INC-2026-0002 | Time to mitigate    | Does not apply
                    """)
    void tellsDurationsNoFinerThanTheyAreKnown(String incident, String name, String value) {
        assertThat(section(incident, "Durations").locator("div", new Locator.LocatorOptions().setHasText(name)))
                .containsText(value);
    }

    @Test
    void showsBothValuesOfACorrection() {
        var entry = item("INC-2026-0001", "Timeline", "Finality alarm");

        assertThat(entry.locator("del").first()).containsText("Observation");
        assertThat(entry.locator("ins").first()).containsText("Alert");
        assertThat(entry).containsText("The pager's clock was in local time.");
    }

    @Test
    void showsWhatIsDisputedOrDoesNotFitBesideTheEntry() {
        var entry = item("INC-2026-0001", "Timeline", "Two groups of nodes");

        assertThat(entry).containsText("Disputed. There were three groups (an explorer)");
        assertThat(entry).containsText("before the stated time");
    }

    @Test
    void showsThatARetractedEntryNoLongerCounts() {
        var entry = item("INC-2026-0001", "Timeline", "Roll back");

        assertThat(entry.locator("del").first()).containsText("Roll back to the previous client version");
        assertThat(entry).containsText("Retracted. It was decided on another day.");
    }

    @Test
    void namesTheSourceOfTheWholeRecordOnce() {
        assertThat(item("INC-2026-0001", "Timeline", "Blocks stop")).containsText("Source: a validator's log");
        assertThat(item("INC-2026-0001", "Timeline", "Two groups of nodes"))
                .not()
                .containsText("Source:");
        assertThat(section("INC-2026-0001", "Timeline")).containsText("is from the one named below");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No summary is recorded.",
                "No entry is recorded.",
                "No mark is recorded.",
                "None recorded",
                "None yet: the incident is still open.",
                "Drill, left out of statistics",
                "Restricted to people named"
            })
    void ownsUpToWhatIsMissing(String text) {
        open("INC-2026-0002");

        assertThat(page.getByText(text).first()).isVisible();
    }

    @Test
    void isShownEvenIfItsPostMortemCannotBeRead() {
        open("INC-2026-0003");

        assertThat(page.locator("h1")).hasText("One whose post-mortem nobody can read");
        assertThat(page.getByText("The post-mortem cannot be shown:")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"INC-2026-0001, 390", "INC-2026-0001, 1280", "INC-2026-0002, 320"})
    void needsNoScrollingSideways(String incident, int width) {
        page.setViewportSize(width, 900);
        open(incident);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
    }

    @Test
    void runsNothingThatItsPolicyForbids() {
        open("INC-2026-0001");

        assertThat(chromium.forbidden()).isEmpty();
    }

    private static void open(String incident) {
        page.navigate(Surroundings.url() + "/incidents/" + incident);
    }

    private static Locator section(String incident, String heading) {
        open(incident);
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    private static Locator item(String incident, String heading, String text) {
        return section(incident, heading)
                .locator(".findings > li, .timeline > li")
                .filter(new Locator.FilterOptions().setHasText(text));
    }
}
