package dev.hindsight.logkit.secrets;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises secrets in a text. What only looks random is none: hashes of transactions and blocks, addresses and digests
 * are everywhere in this domain, so a raw key counts only where it is called one.
 */
public final class SecretText {

    /** Longer than any secret but a whole file of keys: who scans piece by piece must let the pieces overlap by this. */
    static final int LONGEST = 8 * 1024;

    private static final int SHORTEST = 16;
    private static final int FEWEST_LETTERS = 5;

    /** Ends a value, so that an excerpt that was blacked out is no finding. */
    private static final String NOT_A_PLACEHOLDER = "(?!\\$|<|\\*|\\{|%|x{4}|X{4}|\\.\\.\\.)";

    private static final Map<SecretKind, Pattern> FORMS = Map.ofEntries(
            form(
                    SecretKind.PEM_PRIVATE_KEY,
                    "-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\\s|\\\\[rn]){1,8}[A-Za-z0-9+/]{4}"),
            form(
                    SecretKind.HEX_PRIVATE_KEY,
                    "(?i)(?:(?:private|priv|secret|signing|deployer|wallet|master|spend)[ _-]?key|privkey|nodekeyhex|\\bsecret"
                            + "|(?:private|secret|signing|wallet|master|ed25519)[ _-]?seed)"
                            + "(?:[ _-]?(?:hex|bytes|value))?(?:\\s(?:of|for)\\s[\\w -]{1,40}(?=[:=]))?[\"'`]?\\s{0,3}"
                            + "(?:(?:=>|->|:=|=|:|\\bis|\\bwas)\\s{0,3})?[\"'`]?(?:0x)?[0-9a-f]{64}(?![0-9a-f])"),
            form(SecretKind.JSON_WEB_TOKEN, "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{16,}"),
            form(
                    SecretKind.AWS_KEY,
                    "\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b"
                            + "|(?:aws|AWS|Aws)(?i:_?secret_?(?:access_?)?key)[\"'`]?\\s{0,3}[=:]\\s{0,3}[\"'`]?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])"),
            form(SecretKind.GITHUB_TOKEN, "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})"),
            form(SecretKind.GITLAB_TOKEN, "\\b(?:glpat|gldt|glrt|glptt|glcbt|glsoat)-[A-Za-z0-9_-]{20,}"),
            form(
                    SecretKind.SLACK_TOKEN,
                    "\\bxox[abeoprs]-[A-Za-z0-9-]{16,}|\\bxapp-[0-9]-[A-Za-z0-9-]{16,}"
                            + "|hooks\\.slack\\.com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{16,}"),
            form(
                    SecretKind.GOOGLE_KEY,
                    "\\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|\\bya29\\.[A-Za-z0-9_-]{20,}|\\bGOCSPX-[A-Za-z0-9_-]{20,}"),
            form(
                    SecretKind.AUTHORIZATION_HEADER,
                    "(?i)\\bauthorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?:bearer|basic|token)\\s{1,3}"
                            + NOT_A_PLACEHOLDER + "[A-Za-z0-9._~+/=-]{12,}"),
            form(
                    SecretKind.URL_PASSWORD,
                    "\\b[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\\s/:@?#\"'<>]{0,200}:" + NOT_A_PLACEHOLDER
                            + "[^\\s/@?#\"'<>]{1,200}@[A-Za-z0-9\\[]"));

    /** Of these each form has one: they are found much faster than the form, and most texts have none. */
    private static final Map<SecretKind, List<String>> SIGNS = Map.of(
            SecretKind.PEM_PRIVATE_KEY, List.of("PRIVATE KEY"),
            SecretKind.JSON_WEB_TOKEN, List.of("eyJ"),
            SecretKind.AWS_KEY, List.of("AKIA", "ASIA", "aws", "AWS", "Aws"),
            SecretKind.GITHUB_TOKEN, List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
            SecretKind.GITLAB_TOKEN, List.of("glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glsoat-"),
            SecretKind.SLACK_TOKEN, List.of("xox", "xapp-", "hooks.slack.com"),
            SecretKind.GOOGLE_KEY, List.of("AIza", "ya29.", "GOCSPX-"),
            SecretKind.AUTHORIZATION_HEADER, List.of("earer", "EARER", "asic", "ASIC", "oken", "OKEN"),
            SecretKind.URL_PASSWORD, List.of("://"));

    private static final int KEY_DIGITS = 64;
    private static final Pattern KEYSTORE = Pattern.compile("\"(?i:crypto)\"\\s{0,9}:\\s{0,9}\\{");
    private static final int KEYSTORE_LENGTH = 2_000;

    private SecretText() {}

    private static Map.Entry<SecretKind, Pattern> form(SecretKind kind, String form) {
        return Map.entry(kind, Pattern.compile(form));
    }

    /** The kinds of secrets in a text. */
    public static Set<SecretKind> kinds(String text) {
        var found = EnumSet.noneOf(SecretKind.class);
        if (cannotHoldAny(text)) {
            return found;
        }
        FORMS.forEach((kind, form) -> {
            if (mayHold(text, kind) && form.matcher(text).find()) {
                found.add(kind);
            }
        });
        if (isKeystore(text)) {
            found.add(SecretKind.ETHEREUM_KEYSTORE);
        }
        if (WifKeys.isIn(text)) {
            found.add(SecretKind.WIF_PRIVATE_KEY);
        }
        if (SeedPhrases.isIn(text)) {
            found.add(SecretKind.SEED_PHRASE);
        }
        return found;
    }

    private static boolean mayHold(String text, SecretKind kind) {
        if (kind == SecretKind.HEX_PRIVATE_KEY) {
            return hasKeyDigits(text);
        }
        return SIGNS.getOrDefault(kind, List.of("")).stream().anyMatch(text::contains);
    }

    private static boolean hasKeyDigits(String text) {
        int run = 0;
        for (int at = 0; at < text.length() && run < KEY_DIGITS; at++) {
            run = Character.digit(text.charAt(at), 16) < 0 ? 0 : run + 1;
        }
        return run == KEY_DIGITS;
    }

    /** Numbers and times, of which a series has many thousands. */
    private static boolean cannotHoldAny(String text) {
        return text.length() < SHORTEST
                || text.length() < 4 * SHORTEST
                        && text.chars()
                                        .filter(Character::isLetter)
                                        .limit(FEWEST_LETTERS)
                                        .count()
                                < FEWEST_LETTERS;
    }

    /** Version 3 keystores (Web3 Secret Storage) and those of validators (EIP-2335). */
    private static boolean isKeystore(String text) {
        var crypto = KEYSTORE.matcher(text);
        while (crypto.find()) {
            var inside = text.substring(crypto.end(), Math.min(text.length(), crypto.end() + KEYSTORE_LENGTH));
            if (inside.contains("\"kdf\"") && inside.contains("\"cipher")) {
                return true;
            }
        }
        return false;
    }
}
