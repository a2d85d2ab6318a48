package dev.hindsight.gateway.signin;

import java.util.List;

/**
 * What is the same for whoever asks, so that a session is not even looked at: pages that anyone may read, and what programs
 * send that sign it instead of signing in.
 */
final class PublicPaths {

    private static final List<String> AT_OR_BELOW =
            List.of("/problems", "/assets", "/webjars", "/sign-in-failed", "/api/integrations/github");

    private PublicPaths() {}

    static boolean contain(String path) {
        return AT_OR_BELOW.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
