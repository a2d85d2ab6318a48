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

/** What a reader learns from the page of one action item, and which gaps it owns up to. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ActionItemPageTest {

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/action-items/AI-2026-0007");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    /** As from a link in a mail. */
    @Test
    void isReachedThroughTheSignIn() {
        var another = chromium.newPage();

        Chromium.signIn(another, "facilitator", "facilitator", "/action-items/AI-2026-0007");

        assertThat(another).hasURL(Surroundings.url() + "/action-items/AI-2026-0007");
        assertThat(another.locator("h1")).hasText("Alarm on diverging heads");
    }

    @Test
    void saysFirstWhoDoesItByWhenAndHowLateItIs() {
        open("AI-2026-0007");

        assertThat(page.getByLabel("At a glance")).containsText("In progress");
        assertThat(page.getByLabel("At a glance")).containsText("Owner: you");
        assertThat(page.getByLabel("At a glance").locator(".late")).hasText("overdue by 5 days");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What is to come of it | The alarm fires in a rehearsal
                    What is to come of it | Heads that diverge are noticed within 2 minutes
                    What is to come of it | Alarms fire only on lost finality
                    What is to come of it | A contributing factor of another post-mortem
                    What it is            | Notices it sooner
                    What it is            | Changes the system, so that nobody has to remember anything
                    What it is            | by Hindsight
                    Where it comes from   | INC-2026-0001 Finality lost for seven epochs
                    It came back          | A later incident shares a factor with it: INC-2026-0002 RPC answers slowly
                    It came back          | A later incident that you may not see shares a factor with it.
                    What could be better  | “Alarm”: A title that begins with what is to be done
                    Suggested by changes  | It seems to be done, by what was changed in github.
                    Suggested by changes  | Dismissed by person 8f5c2c1e: It was another issue
                    Steps                 | Ineffective It did not fire on the second halt
                    Who, and until when   | Given to person 8f5c2c1e, due 2026-04-01
                    Who, and until when   | Owner changed from person 8f5c2c1e to you
                    Who, and until when   | Why: The vendor is late
                    Comments              | The threshold is <i>two</i> blocks
                    """)
    void tellsInPlainWords(String heading, String text) {
        assertThat(section("AI-2026-0007", heading)).containsText(text);
    }

    @Test
    void tellsWhoWasRemindedAndToldInOrder() {
        assertThat(section("AI-2026-0007", "Reminders and escalations").locator(".what > p"))
                .hasText(new String[] {
                    "Reminded 7 days before it was due",
                    "Reminded 1 day before it was due",
                    "Reminded that it was due",
                    "Reminded: overdue by 1 day",
                    "Team lead told: overdue by 3 days",
                    "Accountable executive not told: overdue by 7 days"
                });
    }

    @Test
    void saysWhereNobodyWasThereToBeToldAndWhatCameLate() {
        var last = section("AI-2026-0007", "Reminders and escalations")
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("executive not told"));

        assertThat(last).containsText("There was nobody to tell");
        assertThat(last).containsText("Late: it was to be told at 2026-04-08 09:00 UTC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AI-2026-0009 | Nobody owns it
                    AI-2026-0009 | No due date
                    AI-2026-0009 | Nobody has said how to see that it is done
                    AI-2026-0009 | Nobody has said how to see that it helps
                    AI-2026-0009 | No contributing factor is named
                    AI-2026-0009 | It is not said to be done.
                    AI-2026-0009 | Begun outside one
                    AI-2026-0009 | “version 1.2.12”
                    AI-2026-0011 | Nobody has verified it.
                    AI-2026-0008 | Advice cannot be shown
                    """)
    void ownsUpToWhatIsMissing(String reference, String text) {
        open(reference);

        assertThat(page.getByText(text).first()).isVisible();
    }

    @Test
    void tellsWhatIsInTheWaySinceWhen() {
        assertThat(section("AI-2026-0008", "What is in the way")).containsText("has to open the port");
        assertThat(section("AI-2026-0008", "What is in the way")).containsText("Since 2026-03-12 08:30 UTC");
        assertThat(section("AI-2026-0008", "Reminders")).containsText("Team lead told: it is blocked");
    }

    @Test
    void tellsWhichRiskIsAcceptedUntilWhen() {
        assertThat(section("AI-2026-0010", "Risk accepted until"))
                .containsText("A stolen key could be used until then");
        assertThat(section("AI-2026-0010", "Risk accepted until")).containsText("Accepted by person 8f5c2c1e");
        assertThat(page.locator(".late")).hasCount(0);
    }

    @Test
    void showsWhatItsOwnerTakesForEvidence() {
        assertThat(section("AI-2026-0011", "Evidence").getByRole(AriaRole.LINK))
                .hasAttribute("href", "https://example.org/rehearsals/3");
        assertThat(section("AI-2026-0011", "Evidence")).containsText("Signed by both teams");
    }

    @Test
    void showsMarkupAsItIsAndLinksOnlyToTheWeb() {
        open("AI-2026-0008");
        assertThat(page.locator("h1"))
                .hasText(
                        "Remove <b>the second</b> signer & \"its\" key 0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        assertThat(page.locator("main b, main script")).hasCount(0);

        assertThat(section("AI-2026-0007", "Links").getByRole(AriaRole.LINK)).hasText(new String[] {"The issue"});
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "not%20a%20reference"})
    void isNotFoundIfThereIsNoneToSee(String reference) {
        open(reference);

        assertThat(page.locator("h1")).hasText("Not found");
    }

    @Test
    void isReachedFromThePageOfItsIncident() {
        page.navigate(Surroundings.url() + "/incidents/INC-2026-0001");

        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alarm on diverging heads")))
                .hasAttribute("href", "/action-items/a2");
    }

    @ParameterizedTest
    @CsvSource({"AI-2026-0007, 390", "AI-2026-0007, 1280", "AI-2026-0008, 320"})
    void needsNoScrollingSideways(String reference, int width) {
        page.setViewportSize(width, 900);
        open(reference);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(chromium.forbidden()).isEmpty();
    }

    private static void open(String reference) {
        page.navigate(Surroundings.url() + "/action-items/" + reference);
    }

    private static Locator section(String reference, String heading) {
        open(reference);
        return page.locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("> h2").filter(new Locator.FilterOptions().setHasText(heading))));
    }
}
