package dev.hindsight.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTest {

    @Test
    void itsPortsAreMovedByVariables() {
        var mail = new Mail(settings(Map.of("HINDSIGHT_SMTP_PORT", "2525")));

        assertThat(mail.ports()).extracting(Settings.Port::number).containsExactly(2525, 8025);
        assertThat(Mail.settingsOfSenders(settings(Map.of("HINDSIGHT_SMTP_PORT", "2525"))))
                .containsEntry("HINDSIGHT_SMTP_HOST", "127.0.0.1")
                .containsEntry("HINDSIGHT_SMTP_PORT", "2525")
                .containsEntry("HINDSIGHT_SMTP_TLS", "none");
    }

    @Test
    void aMailServerThatSomebodyElseRunsTakesThePlaceOfOurs() throws Exception {
        var settings =
                settings(Map.of("HINDSIGHT_SMTP_HOST", "smtp.example.test", "HINDSIGHT_SMTP_PASSWORD", "secret"));

        assertThat(settings.externalMail()).contains("smtp.example.test");
        assertThat(Mail.settingsOfSenders(settings)).containsOnly(Map.entry("HINDSIGHT_SMTP_PASSWORD", "secret"));
    }

    private static Settings settings(Map<String, String> environment) {
        return new Settings(Path.of("."), Path.of("target", "no-home"), environment);
    }
}
