package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader learns from the list of action items, and how it is narrowed. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class ActionItemsPageTest {

    private static final String LIST = "/api/action-items";
    private static final String COUNTS = "/api/action-items/counts";

    private static Chromium chromium;
    private static Page page;
    private static Page withoutScripts;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/action-items");
        withoutScripts = chromium.newPage(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Chromium.signIn(withoutScripts, "responder", "responder", "/action-items");
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AI-2026-0007 | In progress | you             | overdue by 5 days | INC-2026-0001
                    AI-2026-0008 | Blocked     | person 8f5c2c1e | due in 3 days     | an incident
                    AI-2026-0009 | Proposed    | nobody          | no date           | INC-2026-0001, INC-2026-0002
                    AI-2026-0010 | Deferred    | person 2a94e77b | -                 | INC-2026-0001
                    AI-2026-0011 | Done        | person 8f5c2c1e | 2026-04-01        | INC-2026-0001
                    """)
    void tellsOfEachItemWhoDoesItByWhen(String reference, String status, String owner, String due, String incidents) {
        page.navigate(Surroundings.url() + "/action-items");
        var cells = row(reference).getByRole(AriaRole.CELL);

        assertThat(cells.nth(0)).containsText(status);
        assertThat(cells.nth(1)).hasText(owner);
        assertThat(cells.nth(2)).containsText(due);
        assertThat(cells.nth(4)).hasText(incidents);
    }

    @Test
    void marksAsLateWhatIsOverdueAndNothingElse() {
        page.navigate(Surroundings.url() + "/action-items");

        assertThat(page.locator(".late")).hasText("overdue by 5 days");
        assertThat(row("AI-2026-0010").getByRole(AriaRole.CELL).nth(2)).not().containsText("overdue");
    }

    @Test
    void saysSinceWhenAndWhyOneIsBlocked() {
        page.navigate(Surroundings.url() + "/action-items");

        assertThat(row("AI-2026-0008")).containsText("since 2026-03-12 08:30 UTC");
        assertThat(row("AI-2026-0008")).containsText("The vendor <script>alert(1)</script> has to open the port");
    }

    @Test
    void showsATitleWithMarkupAsItIs() {
        page.navigate(Surroundings.url() + "/action-items");

        assertThat(row("AI-2026-0008").locator(".title"))
                .hasText(
                        "Remove <b>the second</b> signer & \"its\" key 0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        assertThat(page.locator("table b, table script")).hasCount(0);
    }

    @Test
    void asksForWhatIsStillToBeDoneIfNothingIsSaid() {
        page.navigate(Surroundings.url() + "/action-items");

        assertThat(Surroundings.other().queries(LIST)).contains("open=true&sort=due");
        assertThat(page.getByLabel("Status")).hasValue("OPEN");
        assertThat(page.getByLabel("Order")).hasValue("due");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12 still to do        | /action-items                  | open=true&sort=due
                    4 overdue             | /action-items?overdue=true     | open=true&overdue=true&sort=due
                    3 without an owner    | /action-items?unowned=true     | open=true&unowned=true&sort=due
                    2 without a due date  | /action-items?undated=true     | open=true&undated=true&sort=due
                    1 blocked             | /action-items?blocked=true     | open=true&blocked=true&sort=due
                    5 deferred            | /action-items?state=DEFERRED   | state=DEFERRED&sort=-opened
                    6 done, not verified  | /action-items?state=DONE       | state=DONE&sort=-opened
                    31 in all             | /action-items?state=ANY        | sort=-opened
                    """)
    void leadsFromEachCountToTheListThatItCounts(String count, String address, String query) {
        page.navigate(Surroundings.url() + "/action-items?blocked=true&state=ANY");

        counts().getByText(count).click();

        assertThat(page).hasURL(Surroundings.url() + address);
        assertThat(counts().locator("[aria-current]")).hasText(count);
        assertThat(Surroundings.other().queries(LIST)).contains(query);
        assertThat(Surroundings.other().queries(COUNTS)).contains("", "open=true");
    }

    @Test
    void countsWhatTheListIsAbout() {
        page.navigate(Surroundings.url() + "/action-items?owner=mine&team=chain-core&overdue=true");

        var me = Wire.subject(Wire.bearer("responder"));
        var about = "owner=" + me + "&team=chain-core";
        assertThat(Surroundings.other().queries(LIST)).contains(about + "&open=true&overdue=true&sort=due");
        assertThat(Surroundings.other().queries(COUNTS)).contains(about, about + "&open=true");
        counts().getByText("deferred").click();
        assertThat(page).hasURL(Surroundings.url() + "/action-items?owner=mine&team=chain-core&state=DEFERRED");
    }

    @Test
    void narrowsAndSortsTheListWithoutScripts() {
        withoutScripts.navigate(Surroundings.url() + "/action-items");
        withoutScripts.getByText("More filters").click();
        withoutScripts.fill("#q", "alarm & bell");
        withoutScripts.getByLabel("Status").selectOption("SETTLED");
        withoutScripts
                .getByLabel("Owner", new Page.GetByLabelOptions().setExact(true))
                .selectOption("mine");
        withoutScripts.getByLabel("Order").selectOption("Due last");
        withoutScripts.fill("#team", "chain-core");
        withoutScripts.fill("#incident", "INC-2026-0001");
        withoutScripts.fill("#dueBefore", "2026-05-01");
        withoutScripts.getByLabel("Without an owner").check();
        withoutScripts.click(".filters button");

        var me = Wire.subject(Wire.bearer("responder"));
        assertThat(withoutScripts.locator("h1")).hasText("Action items");
        assertThat(Surroundings.other().queries(LIST))
                .contains("q=alarm+%26+bell&owner=" + me + "&team=chain-core&incident=INC-2026-0001"
                        + "&dueBefore=2026-05-01&open=false&unowned=true&sort=-due");
        assertThat(withoutScripts.getByLabel("Text")).hasValue("alarm & bell");
        assertThat(withoutScripts.getByLabel("Status")).hasValue("SETTLED");
        assertThat(withoutScripts.getByLabel("Order")).hasValue("-due");
        assertThat(withoutScripts.getByLabel("Due before")).hasValue("2026-05-01");
        assertThat(withoutScripts.getByLabel("Without an owner")).isChecked();
    }

    @Test
    void narrowsTheListWithoutLoadingThePageAnew() {
        page.navigate(Surroundings.url() + "/action-items");
        page.evaluate("() => { window.samePage = true }");

        page.fill("#q", "nothing");

        assertThat(page.getByText("No action item matches.")).isVisible();
        assertThat(page.evaluate("() => window.samePage")).isEqualTo(true);
        assertThat(counts().getByText("0 still to do")).isVisible();
    }

    @Test
    void keepsTheFilterOnTheNextPage() {
        page.navigate(Surroundings.url() + "/action-items?owner=mine&state=BLOCKED");

        page.getByText("Next page").click();

        assertThat(page).hasURL(Surroundings.url() + "/action-items?owner=mine&state=BLOCKED&cursor=after-0007");
        assertThat(page.getByLabel("Status")).hasValue("BLOCKED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Due last               | -due
                    Highest priority first | priority
                    Newest first           | -opened
                    Oldest first           | opened
                    """)
    void sortsTheListWithoutLoadingThePageAnew(String order, String sort) {
        page.navigate(Surroundings.url() + "/action-items?owner=mine&state=BLOCKED");
        page.evaluate("() => { window.samePage = true }");

        page.getByLabel("Order").selectOption(order);

        assertThat(page.locator("table.action-items caption"))
                .hasText("Action items, " + order.toLowerCase(Locale.ROOT));
        assertThat(page.evaluate("() => window.samePage")).isEqualTo(true);
        var me = Wire.subject(Wire.bearer("responder"));
        assertThat(Surroundings.other().queries(LIST)).contains("owner=" + me + "&state=BLOCKED&sort=" + sort);
        page.getByText("Next page").click();
        assertThat(page)
                .hasURL(Surroundings.url() + "/action-items?owner=mine&state=BLOCKED&sort=" + sort
                        + "&cursor=after-0007");
        assertThat(page.getByLabel("Order")).hasValue(sort);
    }

    /** Its options are chosen by their first letters, as in any list of a browser. */
    @Test
    void sortsTheListByKeyboard() {
        page.navigate(Surroundings.url() + "/action-items");
        page.getByLabel("Owner", new Page.GetByLabelOptions().setExact(true)).focus();

        page.keyboard().press("Tab");
        page.keyboard().type("H");

        assertThat(page.getByLabel("Order")).isFocused();
        assertThat(page.getByLabel("Order")).hasValue("priority");
        assertThat(page.locator("table.action-items caption")).hasText("Action items, highest priority first");
        assertThat(row("AI-2026-0008")).containsText("High priority");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void needsNoScrollingSideways(int width) {
        page.setViewportSize(width, 900);
        page.navigate(Surroundings.url() + "/action-items?team=chain-core");

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(chromium.forbidden()).isEmpty();
    }

    private static Locator row(String reference) {
        return page.locator("table.action-items tbody tr").filter(new Locator.FilterOptions().setHasText(reference));
    }

    private static Locator counts() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Counts"));
    }
}
