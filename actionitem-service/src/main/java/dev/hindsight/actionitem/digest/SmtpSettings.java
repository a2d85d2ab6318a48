package dev.hindsight.actionitem.digest;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Which mail server takes what is sent. */
@ConfigMapping(prefix = "hindsight.smtp")
public interface SmtpSettings {

    /** Empty where there is none, so that no mail is sent. */
    Optional<String> host();

    int port();

    Tls tls();

    Optional<String> user();

    Optional<String> password();

    String from();

    /** Whether the connection is encrypted. */
    enum Tls {
        /** Only for a server on the same machine. */
        NONE,
        /** From the greeting on, or not at all. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }
}
