package dev.hindsight.actionitem.links;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The normal form of an address, so that what leads to the same place is found as the same. */
final class LinkForm {

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");

    private static final String GITHUB = "github.com";
    private static final Pattern REPOSITORY = Pattern.compile("^/[^/]+/[^/]+");

    private LinkForm() {}

    /**
     * Neither the case of the host counts, nor whether it is asked securely, nor slashes at the end, nor which part of the
     * page is looked at; at GitHub neither the case of owner and repository, nor the query.
     */
    static String of(String url) {
        var parts = PARTS.matcher(url.strip());
        if (!parts.matches()) {
            return url.strip();
        }
        var host = parts.group(2).toLowerCase(Locale.ROOT).replaceFirst(":(?:80|443)$", "");
        var path = parts.group(3).replaceFirst("/+$", "");
        if (host.equals(GITHUB)) {
            return "//" + host
                    + REPOSITORY
                            .matcher(path)
                            .replaceFirst(found ->
                                    Matcher.quoteReplacement(found.group().toLowerCase(Locale.ROOT)));
        }
        return "//" + host + path + (parts.group(4) == null ? "" : parts.group(4));
    }

    /** Of one length, however long an address is. */
    static byte[] digest(String url) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of(url).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
