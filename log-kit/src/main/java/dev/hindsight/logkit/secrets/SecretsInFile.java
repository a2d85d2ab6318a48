package dev.hindsight.logkit.secrets;

import java.nio.charset.StandardCharsets;

/** Looks for secrets in the text of a file that comes piece by piece, also where a border runs through one. */
public final class SecretsInFile {

    private final Secrets secrets;
    private final String field;
    private String before = "";

    public SecretsInFile(Secrets secrets, String field) {
        this.secrets = secrets;
        this.field = field;
    }

    /** Of a text in UTF-16 each second byte is zero; secrets are ASCII in every encoding. */
    public void look(byte[] next) {
        var text = before + new String(next, StandardCharsets.ISO_8859_1).replace("\0", "");
        secrets.look(field, text);
        before = text.substring(Math.max(0, text.length() - SecretText.LONGEST));
    }
}
