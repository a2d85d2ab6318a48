package dev.hindsight.actionitem.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.actionitem.ServiceStack;
import dev.hindsight.actionitem.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who people are, by a real identity provider. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class PeopleTest {

    private final People people;
    private final String realm;

    PeopleTest(People people, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.people = people;
        this.realm = realm;
    }

    @Test
    void aPersonHasTheRightsThatATokenOfTheirsCarries() {
        var known = Told.responder(true);

        var person = people.find(known.subject()).orElseThrow();

        assertThat(person.userName()).isEqualTo(known.name());
        assertThat(person.name()).isEqualTo(known.name() + " Test");
        assertThat(person.mail()).isEqualTo(known.name() + "@example.test");
        assertThat(person.enabled()).isTrue();
        assertThat(person.actor().subject()).isEqualTo(known.subject());
        assertThat(person.actor().teams()).containsExactly("chain-core");
        assertThat(person.actor().roles()).contains("responder").doesNotContain("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"somebody", "..", "a/../b", "", "?search=x", "service:actionitem-service"})
    void nobodyIsFoundByWhatIsNoIdOfAPerson(String subject) {
        assertThat(people.find(subject)).isEmpty();
    }

    @Test
    void nobodyIsFoundByAnIdThatIsGone() {
        assertThat(people.find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void withoutTheRightSecretItIsNotToldWhoSomebodyIs() {
        var stranger = new People(new AdminApi(realm, "hindsight-directory", "another secret"));

        assertThatThrownBy(() -> stranger.find(UUID.randomUUID().toString()))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("The identity provider gave hindsight-directory no token (status 401).");
    }

    @Test
    void whereNobodyAnswersItIsNotKnownNow() {
        var alone = new People(new AdminApi("http://127.0.0.1:9/realms/hindsight", "hindsight-directory", "a secret"));

        assertThatThrownBy(() -> alone.find(UUID.randomUUID().toString()))
                .isInstanceOf(DirectoryUnavailable.class)
                .hasMessage("The identity provider does not answer.");
    }
}
