package dev.hindsight.gateway.setup;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes the session's cookies and the way back from the sign-in secure if the host's own address is an https one: behind
 * whatever ends TLS, the connection itself does not tell.
 */
public final class PublicAddress implements ConfigSourceFactory {

    static final String PROPERTY = "hindsight.url";

    private static final Map<String, String> SECURE = Map.of(
            "quarkus.oidc.authentication.cookie-force-secure", "true",
            "quarkus.oidc.authentication.force-redirect-https-scheme", "true");

    /** Above the built-in settings and below the environment. */
    private static final int ORDINAL = 275;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var address = context.getValue(PROPERTY);
        return address != null
                        && address.getValue() != null
                        && address.getValue().startsWith("https:")
                ? List.of(new PropertiesConfigSource(SECURE, "public address", ORDINAL))
                : List.of();
    }
}
