package dev.hindsight.gateway.signin;

import java.util.List;

/** What may be read by anyone and is the same for everyone, so that a session is not even looked at. */
final class PublicPaths {

    private static final List<String> AT_OR_BELOW = List.of("/problems", "/assets", "/webjars", "/sign-in-failed");

    private PublicPaths() {}

    static boolean contain(String path) {
        return AT_OR_BELOW.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
