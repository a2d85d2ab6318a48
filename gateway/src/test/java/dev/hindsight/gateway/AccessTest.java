package dev.hindsight.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what everybody else is told. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class AccessTest {

    @ParameterizedTest
    @CsvSource({"responder, responder, chain-core", "auditor, auditor, chain-core", "outsider, responder, payments-core"
    })
    void aProgramIsKnownByNameRoleAndTeam(String user, String role, String team) {
        assertThat(Wire.get("/api/me", Wire.bearer(user)).body())
                .contains("\"name\":\"%s\",\"roles\":[\"%s\"],\"teams\":[\"%s\"]".formatted(user, role, team));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: text/html",
                "Accept: application/json",
                "Authorization: Bearer nonsense",
                "Authorization: Basic cmVzcG9uZGVyOnJlc3BvbmRlcg==",
                "X-Requested-With: XMLHttpRequest",
                "HX-Request: true"
            })
    void aProgramWithoutAGoodTokenIsToldSo(String header) {
        for (var path : new String[] {"/api/me", "/api/incidents", "/api/elsewhere"}) {
            var answer = Wire.get(path, header);

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.body()).contains("/problems/unauthenticated").contains(answer.header("X-Request-Id"));
        }
    }

    @Test
    void aPersonIsSentToTheSignInPage() {
        var answer = Wire.get("/incidents", "Accept: text/html", "Sec-Fetch-Mode: navigate");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .startsWith(Surroundings.stack().realmUrl())
                .contains("code_challenge_method=S256")
                .contains("nonce=");
    }

    @Test
    void aFragmentMakesThePageLoadAgainWhenTheSessionIsOver() {
        var answer = Wire.get("/incidents", "HX-Request: true", "Accept: text/html");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Refresh")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: https://evil.example",
                "X-No-Header: 1"
            })
    void noOtherSiteMakesABrowserSendACommand(String header) {
        for (var path : new String[] {"/api/incidents", "/sign-out"}) {
            var answer = Wire.send("POST", path, "{}", "Cookie: q_session=x", header);

            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/cross-site-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void everyUnsafeMethodIsChecked(String method) {
        assertThat(Wire.send(
                                method,
                                "/api/incidents/x",
                                "{}",
                                "Cookie: q_session_chunk_1=x",
                                "Sec-Fetch-Site: cross-site")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aBearerIsNotCheckedForItsSite() {
        var answer = Wire.send(
                "POST",
                "/api/incidents",
                "{}",
                Wire.bearer("responder"),
                "Cookie: q_session=x",
                "Sec-Fetch-Site: cross-site");

        assertThat(answer.status()).isEqualTo(200);
    }

    /** It is judged by its signature, which only the service knows; so no sign-in, and no token that came along. */
    @ParameterizedTest
    @ValueSource(strings = {"X-No-Header: 1", "Authorization: Bearer nonsense", "Origin: https://github.com"})
    void whatGitHubSignsNeedsNoSignIn(String header) {
        var answer = Wire.send(
                "POST",
                "/api/integrations/github",
                "{\"action\": \"closed\"}",
                "X-Hub-Signature-256: sha256=00",
                "X-GitHub-Event: issues",
                header);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("POST /api/integrations/github")
                .contains("x-hub-signature-256: sha256=00")
                .contains("x-github-event: issues")
                .contains("{\"action\": \"closed\"}")
                .doesNotContain("authorization:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/integrations", "/api/integrations/githubs", "/api/webhooks", "/api/webhooks/github"})
    void whatIsBesideItNeedsASignIn(String path) {
        assertThat(Wire.send("POST", path, "{}").status()).isEqualTo(401);
    }

    @Test
    void whatGitHubSendsMayBeAsLargeAsAnyCommand() {
        assertThat(Wire.send("POST", "/api/integrations/github", "a".repeat(65 * 1024))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void webhooksAreKeptBehindTheGateway() {
        assertThat(Wire.send("DELETE", "/api/webhooks/7", "", Wire.bearer("admin"))
                        .body())
                .startsWith("DELETE /api/webhooks/7");
    }

    @Test
    void aLinkSignsNobodyOut() {
        var answer = Wire.get("/sign-out", "Cookie: q_session=x", "Accept: text/html");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/problems/not-found",
                "/problems/unknown-type",
                "/incidents",
                "/nowhere",
                "/api/incidents",
                "/api/incidents/headers",
                "/api/me",
                "/api//x",
                "/assets/hindsight.css",
                "/webjars/htmx.org/dist/htmx.min.js"
            })
    void everyAnswerTellsTheBrowserToRunNothingButOurPages(String path) {
        for (var caller : new String[] {"Accept: text/html", Wire.bearer("responder")}) {
            var answer = Wire.get(path, caller);

            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'self'; script-src 'self'; style-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).isNotEmpty();
            assertThat(answer.header("Cache-Control")).startsWith("no-");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
        }
    }

    @Test
    void aServiceMayAllowACopy() {
        assertThat(Wire.get("/api/incidents/cached", Wire.bearer("responder")).header("Cache-Control"))
                .isEqualTo("private, max-age=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/dev-ui"})
    void nothingOperationalIsPublic(String path) {
        assertThat(Wire.get(path, Wire.bearer("admin")).status()).isEqualTo(404);
    }
}
