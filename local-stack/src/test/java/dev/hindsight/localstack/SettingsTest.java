package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void everyPortHasAVariableThatMovesIt() {
        var settings = settings(Map.of("HINDSIGHT_GATEWAY_PORT", "18080"));

        assertThat(settings.gateway().number()).isEqualTo(18080);
        assertThat(settings.gatewayUrl()).isEqualTo("http://localhost:18080");
        assertThat(settings.postgres().number()).isEqualTo(15432);
    }

    @Test
    void aPortThatIsNoNumberIsToldInOneSentence() {
        var settings = settings(Map.of("HINDSIGHT_KEYCLOAK_PORT", "web"));

        assertThatThrownBy(settings::keycloak)
                .isInstanceOf(StackFailure.class)
                .hasMessage("HINDSIGHT_KEYCLOAK_PORT must be a port number, not \"web\".");
    }

    @Test
    void anExternalDatabaseTakesThePlaceOfOurs() {
        assertThat(settings(Map.of()).databaseUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:15432/hindsight");
        assertThat(settings(Map.of("HINDSIGHT_DB_URL", "jdbc:postgresql://db/hindsight"))
                        .databaseUrl())
                .isEqualTo("jdbc:postgresql://db/hindsight");
    }

    @Test
    void anExternalRealmTakesThePlaceOfOurs() {
        assertThat(settings(Map.of()).realmUrl()).isEqualTo("http://localhost:8180/realms/hindsight");
        assertThat(settings(Map.of("HINDSIGHT_OIDC_URL", "https://sso/realms/x"))
                        .realmUrl())
                .isEqualTo("https://sso/realms/x");
    }

    @Test
    void anEmptyVariableMeansThatNothingIsExternal() {
        assertThat(settings(Map.of("HINDSIGHT_DB_URL", "")).externalDatabase()).isEmpty();
        assertThat(settings(Map.of("HINDSIGHT_OIDC_URL", "")).externalRealm()).isEmpty();
    }

    @Test
    void whetherStartsAreRecordedIsOnOrOff() {
        assertThat(settings(Map.of()).recordsStarts()).isTrue();
        assertThat(settings(Map.of("HINDSIGHT_START_CACHE", "off")).recordsStarts())
                .isFalse();
        assertThatThrownBy(() -> settings(Map.of("HINDSIGHT_START_CACHE", "no")).recordsStarts())
                .isInstanceOf(StackFailure.class)
                .hasMessage("HINDSIGHT_START_CACHE must be on or off, not \"no\".");
    }

    @Test
    void theCacheIsTheUsersOwn() {
        assertThat(settings(Map.of("XDG_CACHE_HOME", folder.resolve("new").toString()))
                        .cache()
                        .root())
                .isEqualTo(folder.resolve("new/hindsight"));
    }

    @Test
    void aUserWithoutACacheFolderHasItInTheHome() {
        assertThat(settings(Map.of("XDG_CACHE_HOME", "/nonexistent")).cache().root())
                .isEqualTo(folder.resolve("home/cache"));
    }

    private Settings settings(Map<String, String> environment) {
        return new Settings(folder, folder.resolve("home"), environment);
    }
}
