package dev.hindsight.logkit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hindsight.kit.problem.FieldError;
import dev.hindsight.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What was found is named by kind and field, never repeated, and passes only as what it is. */
class SecretsTest {

    private static final String GITHUB = "ghp_" + "aB3".repeat(12);
    private static final String GITLAB = "glpat-" + "x1Y2".repeat(5);
    private static final String PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    @Test
    void eachFindingIsNamedByItsFieldAndKind() {
        var refused = refused(
                null,
                "{\"title\":\"fine\",\"note\":\"%s\",\"systems\":[\"api\",\"%s %s\"],\"more\":{\"text\":\"%s\"}}"
                        .formatted(GITHUB, GITHUB, GITLAB, PHRASE));

        assertThat(refused.problem().type()).hasToString("/problems/looks-like-a-secret");
        assertThat(refused.problem().status()).isEqualTo(422);
        assertThat(refused.problem().errors())
                .contains(
                        new FieldError("note", "looks like a secret: github-token"),
                        new FieldError("systems[1]", "looks like a secret: github-token"),
                        new FieldError("systems[1]", "looks like a secret: gitlab-token"),
                        new FieldError("more.text", "looks like a secret: seed-phrase"));
        assertThat(refused.problem().toString() + refused.getMessage())
                .contains("seed-phrase, github-token, gitlab-token")
                .doesNotContain(GITHUB, GITLAB, "sausage");
    }

    @Test
    void aSecretAsTheNameOfAFieldIsNotRepeated() {
        var refused = refused(null, "{\"a\":{\"%s\":[\"%s\"]}}".formatted(GITHUB, GITLAB));

        assertThat(refused.problem().errors())
                .extracting(FieldError::field)
                .contains("a", "a.(name)[0]")
                .noneMatch(field -> field.contains(GITHUB));
    }

    @Test
    void aSeedPhraseIsFoundWordByWord() {
        var refused = refused(null, "{\"words\":[\"%s\"]}".formatted(PHRASE.replace(" ", "\",\"")));

        assertThat(refused.problem().errors())
                .containsExactly(new FieldError("words", "looks like a secret: seed-phrase"));
    }

    @Test
    void exactlyWhatWasFoundMustBeConfirmed() {
        var body = "{\"note\":\"%s %s\"}".formatted(GITHUB, GITLAB);

        assertThatCode(() -> look("github-token, gitlab-token", body).requireNone())
                .doesNotThrowAnyException();
        assertThat(refused("github-token", body)).isNotNull();
        assertThat(refused("github-token,gitlab-token,seed-phrase", body)).isNotNull();
        assertThat(refused("yes", body)).isNotNull();
        assertThatCode(() -> look("github-token", "{\"note\":\"nothing\"}").requireNone())
                .doesNotThrowAnyException();
    }

    @Test
    void oneOfSeveralTextsMayHaveSomeOfWhatIsConfirmed() {
        var body = "{\"note\":\"%s\"}".formatted(GITHUB);

        assertThatCode(() -> look("github-token,gitlab-token", body).requireNoneBesideConfirmed())
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> look("gitlab-token", body).requireNoneBesideConfirmed()))
                .isNotNull();
    }

    @Test
    void whatIsNoJsonIsLeftToItsReader() {
        assertThatCode(() -> look(null, "{\"note\": \"fine").requireNone()).doesNotThrowAnyException();
    }

    @Test
    void aBorderBetweenPiecesHidesNothing() {
        for (int border = 1; border < PHRASE.length(); border++) {
            var secrets = new Secrets(null);
            var file = new SecretsInFile(secrets, "file");
            file.look(("x ".repeat(10_000) + PHRASE.substring(0, border)).getBytes(StandardCharsets.UTF_8));
            file.look((PHRASE.substring(border) + " x".repeat(100)).getBytes(StandardCharsets.UTF_8));

            assertThat(secrets.isAcceptedSoFar()).as("border at %d", border).isFalse();
        }
    }

    @Test
    void aTextInTwoBytesALetterHidesNothing() {
        var secrets = new Secrets(null);
        new SecretsInFile(secrets, "file").look(GITHUB.getBytes(StandardCharsets.UTF_16LE));

        assertThat(secrets.isAcceptedSoFar()).isFalse();
    }

    private static Secrets look(String confirmation, String body) {
        var secrets = new Secrets(confirmation);
        SecretsInJson.look(body.getBytes(StandardCharsets.UTF_8), secrets);
        return secrets;
    }

    private static ProblemException refused(String confirmation, String body) {
        return catchThrowableOfType(
                ProblemException.class, () -> look(confirmation, body).requireNone());
    }
}
