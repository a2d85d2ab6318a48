package dev.hindsight.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The address under which browsers know this host decides how careful the sign-in is. */
class PublicAddressTest {

    private static final String COOKIE = "quarkus.oidc.authentication.cookie-force-secure";
    private static final String RETURN = "quarkus.oidc.authentication.force-redirect-https-scheme";

    @Test
    void byHttpsMakesCookiesAndTheWayBackSecure() {
        assertThat(setting("https://hindsight.example", COOKIE)).contains("true");
        assertThat(setting("https://hindsight.example", RETURN)).contains("true");
    }

    @Test
    void byHttpLeavesThemUsable() {
        assertThat(setting("http://localhost:8080", COOKIE)).isEmpty();
        assertThat(setting("http://localhost:8080", RETURN)).isEmpty();
    }

    private static Optional<String> setting(String address, String name) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredSources()
                .withSources(new PropertiesConfigSource(Map.of("hindsight.url", address), "test", 300))
                .build()
                .getOptionalValue(name, String.class);
    }
}
