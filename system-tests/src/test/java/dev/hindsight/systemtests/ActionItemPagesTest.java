package dev.hindsight.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A responder who follows up what the demo has loaded, and an item of their own that is late. */
class ActionItemPagesTest {

    private static final String ROWS = "table.action-items tbody tr";

    private static String late;

    @BeforeAll
    static void beginOneThatIsLate() {
        RunningStack.startOnce();
        var responder = Api.as("responder");
        var me = responder.get("me").get("subject").asText();
        var incident = responder.get("incidents?mode=RETROSPECTIVE&limit=1").at("/items/0/reference");
        late = responder
                .post("action-items", """
                        {"title":"Add an alarm on diverging heads","incidentIds":["%s"],"team":"chain-core",
                         "owner":"%s","due":"2020-01-01"}""".formatted(incident.asText(), me))
                .get("reference")
                .asText();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "still to do",
                "overdue",
                "without an owner",
                "without a due date",
                "blocked",
                "deferred",
                "done, not verified",
                "in all"
            })
    void countsAsManyAsTheListHas(String label) {
        var page = signedIn("/action-items?team=chain-core");
        var count = page.locator(".counts a").filter(new Locator.FilterOptions().setHasText(label));
        var number = Integer.parseInt(count.locator(".value").innerText());

        count.click();

        assertThat(page.locator(".counts [aria-current]")).containsText(label);
        assertThat(rowsOfAllPages(page)).isEqualTo(number);
    }

    @Test
    void listsTheReadersOwnItemAsLateAndOpensIt() {
        var page = signedIn("/action-items?owner=mine&overdue=true");
        var row = page.locator(ROWS).filter(new Locator.FilterOptions().setHasText(late));

        assertThat(row).containsText("you");
        assertThat(row.locator(".late")).containsText("overdue by");
        assertThat(row.locator("td a")).containsText("INC-");
        row.locator("th a").click();

        assertThat(page).hasURL(RunningStack.GATEWAY + "/action-items/" + late);
        assertThat(page.locator("h1")).hasText("Add an alarm on diverging heads");
        assertThat(page.getByText("Nobody has said how to see that it is done")).isVisible();
        assertThat(page.getByText("Say how somebody who does not own it will see that it is done."))
                .isVisible();
    }

    @Test
    void opensAFollowUpOfAnIncident() {
        var page = signedIn("/action-items?state=ANY&unowned=true");
        page.locator(ROWS + " td a").last().click();

        page.locator("#followups ~ ul a[href^='/action-items/']").first().click();

        assertThat(page.locator(".crumb .reference")).containsText("AI-");
        assertThat(page.getByText("Agreed in one")).isVisible();
    }

    private static int rowsOfAllPages(Page page) {
        var rows = page.locator(ROWS).count();
        while (page.getByText("Next page").isVisible()) {
            page.getByText("Next page").click();
            rows += page.locator(ROWS).count();
        }
        return rows;
    }

    private Page signedIn(String path) {
        var page = browser.newPage();
        page.navigate(RunningStack.GATEWAY + path);
        page.fill("#username", "responder");
        page.fill("#password", "responder");
        page.click("#kc-login");
        assertThat(page).hasURL(RunningStack.GATEWAY + path);
        return page;
    }
}
