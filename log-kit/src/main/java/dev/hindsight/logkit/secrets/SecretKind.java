package dev.hindsight.logkit.secrets;

import java.util.Locale;

/** The kinds of secrets that are noticed. */
public enum SecretKind {
    PEM_PRIVATE_KEY,
    HEX_PRIVATE_KEY,
    WIF_PRIVATE_KEY,
    ETHEREUM_KEYSTORE,
    SEED_PHRASE,
    JSON_WEB_TOKEN,
    AWS_KEY,
    GITHUB_TOKEN,
    GITLAB_TOKEN,
    SLACK_TOKEN,
    GOOGLE_KEY,
    AUTHORIZATION_HEADER,
    URL_PASSWORD;

    /** As clients see it and confirm it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
