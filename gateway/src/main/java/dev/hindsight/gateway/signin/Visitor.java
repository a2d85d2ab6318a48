package dev.hindsight.gateway.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is asking, by the claims of their token.
 *
 * @param subject their id at the identity provider, which the log records as the actor
 */
public record Visitor(String subject, String name, List<String> roles, List<String> teams) {

    public static final Visitor NOBODY = new Visitor("", "", List.of(), List.of());

    public static Visitor of(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return NOBODY;
        }
        return new Visitor(
                token.getSubject(),
                token.getName(),
                identity.getRoles().stream().sorted().toList(),
                TeamClaim.of(token));
    }

    /** The access token that the services verify again; the visitor must be signed in. */
    public static String tokenOf(SecurityIdentity identity) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            throw new IllegalStateException("a signed-in caller has no access token");
        }
        return credential.getToken();
    }

    public boolean isSignedIn() {
        return !subject.isEmpty();
    }
}
