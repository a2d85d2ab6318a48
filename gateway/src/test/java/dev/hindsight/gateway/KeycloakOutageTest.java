package dev.hindsight.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A gateway that is started before Keycloak, finds it later, loses it, and finds it again; each test is one step. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "keycloak", value = "later"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BEARER = "Authorization: Bearer ";

    private static Chromium chromium;
    private static Page page;

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    @Order(1)
    void startsWithoutKeycloakAndShowsWhatIsPublic() {
        assertThat(Wire.get("/", "Accept: text/html").status()).isEqualTo(200);
        assertThat(Wire.get("/problems/sign-in-unavailable", "Accept: text/html")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void tellsAPersonThatNobodyCanBeSignedIn() {
        var answer = navigate("/incidents");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("Nobody can be signed in right now", "The identity provider does not answer", "Try again");
    }

    @Test
    @Order(3)
    void tellsAProgramThatItsTokenCannotBeVerified() {
        var answer = Wire.get("/api/me", BEARER + Surroundings.earlierToken());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("/problems/sign-in-unavailable");
    }

    @Test
    @Order(4)
    void asksAProgramWithoutATokenForOneAllTheSame() {
        assertThat(Wire.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    @Order(5)
    void findsKeycloakOnceItIsThere() {
        Surroundings.stack().startKeycloak();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(navigate("/incidents").status()).isEqualTo(302));
        assertThat(Wire.get("/api/me", Wire.bearer("responder")).status()).isEqualTo(200);
        chromium = new Chromium();
        page = chromium.newPage();
        Chromium.signIn(page, "responder", "responder", "/incidents");
        assertThat(page.locator("h1")).hasText("Incidents");
    }

    @Test
    @Order(6)
    void leadsNobodyToASignInPageThatIsGone() {
        Surroundings.stack().stopKeycloak();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(navigate("/incidents").status()).isEqualTo(503));
    }

    @Test
    @Order(7)
    void letsThoseReadOnWhoAreSignedIn() {
        page.navigate(Surroundings.url() + "/incidents");

        assertThat(page.locator("h1")).hasText("Incidents");
    }

    @Test
    @Order(8)
    void leadsToTheSignInPageAgain() {
        Surroundings.stack().startKeycloak();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(navigate("/incidents").status()).isEqualTo(302));
    }

    /** One that takes connections and never answers, while ever more people ask. */
    @Test
    @Order(9)
    void waitsForNoKeycloakThatIsFrozen() throws IOException, InterruptedException {
        var asked = new ArrayList<CompletableFuture<Wire.Answer>>();
        signal("STOP");
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
                asked.add(CompletableFuture.supplyAsync(
                        () -> navigate("/incidents"), task -> Thread.ofVirtual().start(task)));
                return asked.stream()
                        .anyMatch(answer -> answer.isDone() && answer.join().status() == 503);
            });
        } finally {
            signal("CONT");
        }
    }

    private static void signal(String name) throws IOException, InterruptedException {
        var process = Long.toString(Surroundings.stack().keycloakProcess());
        new ProcessBuilder("kill", "-" + name, process).inheritIO().start().waitFor();
    }

    private static Wire.Answer navigate(String path) {
        return Wire.get(path, "Accept: text/html", "Sec-Fetch-Mode: navigate");
    }
}
