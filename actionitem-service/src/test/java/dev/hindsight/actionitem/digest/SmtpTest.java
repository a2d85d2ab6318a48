package dev.hindsight.actionitem.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.actionitem.digest.SmtpSettings.Tls;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mail server says reaches the record, without the addresses in it. */
class SmtpTest {

    private static final Smtp.Envelope ENVELOPE =
            new Smtp.Envelope("<1@example.test>", Instant.parse("2031-12-01T09:02:00Z"), "ana@example.test");
    private static final Letter LETTER =
            new Letter("1 action item needs you", "Ana", List.of(), "https://example.test");

    @Test
    void theAnswerIsKeptAsTheServerGaveIt() throws Exception {
        assertThat(sent(Tls.NONE, "250 2.1.5 Ok", "250 2.0.0 Ok: queued as 4F2A1"))
                .isEqualTo("250 2.0.0 Ok: queued as 4F2A1");
    }

    @Test
    void takenItIsSentHoweverTheServerTakesItsLeave() throws Exception {
        assertThat(sent(Tls.NONE, "250 Ok", "250 2.0.0 Ok: queued", "421 Going away"))
                .isEqualTo("250 2.0.0 Ok: queued");
        assertThat(sent(Tls.NONE, "250 Ok", "250 2.0.0 Ok: queued", "nonsense")).isEqualTo("250 2.0.0 Ok: queued");
    }

    @Test
    void whatTheServerSaysHoldsNoControlCharacters() throws Exception {
        assertThat(sent(Tls.NONE, "250 Ok", "250 Ok:\0 queued\u0007")).isEqualTo("250 Ok: queued");
    }

    @Test
    void aRefusalIsNoOutage() {
        assertThatThrownBy(() -> sent(Tls.NONE, "550 5.1.1 No such user", "250 Ok"))
                .isInstanceOfSatisfying(
                        MailFailure.class,
                        failure -> assertThat(failure.isOutage()).isFalse());
        assertThatThrownBy(() -> sent(Tls.STARTTLS, "250 Ok", "250 Ok"))
                .isInstanceOfSatisfying(
                        MailFailure.class,
                        failure -> assertThat(failure.isOutage()).isTrue());
    }

    @Test
    void aRecipientWhoIsRefusedIsNotNamed() {
        assertThatThrownBy(() -> sent(Tls.NONE, "550 5.1.1 <ana@example.test>: Recipient address rejected", "250 Ok"))
                .isInstanceOf(MailFailure.class)
                .hasMessage("The mail server answered: 550 5.1.1 (address): Recipient address rejected");
    }

    @Test
    void aMessageThatIsRefusedSaysWhy() {
        assertThatThrownBy(() -> sent(Tls.NONE, "250 Ok", "452 4.3.1 Insufficient system storage"))
                .isInstanceOf(MailFailure.class)
                .hasMessage("The mail server answered: 452 4.3.1 Insufficient system storage");
    }

    @Test
    void nothingIsSentUnencryptedWhereEncryptionIsAskedFor() {
        assertThatThrownBy(() -> sent(Tls.STARTTLS, "250 Ok", "250 Ok"))
                .isInstanceOf(MailFailure.class)
                .hasMessageContaining("STARTTLS is required but host does not support STARTTLS");
    }

    @Test
    void aNameIsNoHeader() {
        assertThat(new Letter("1", "Ana\r\nBcc: eve@example.test", List.of(), "https://example.test").name())
                .isEqualTo("Ana Bcc: eve@example.test");
    }

    private static String sent(Tls tls, String toRecipient, String toMessage) throws Exception {
        return sent(tls, toRecipient, toMessage, "221 Bye");
    }

    private static String sent(Tls tls, String toRecipient, String toMessage, String toQuit) throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(socket, toRecipient, toMessage, toQuit));
            return new Smtp(settings(socket.getLocalPort(), tls), URI.create("https://example.test"))
                    .send(ENVELOPE, LETTER, "text", "<p>text</p>");
        }
    }

    /** One conversation, as RFC 5321 has it. */
    private static void answer(ServerSocket socket, String toRecipient, String toMessage, String toQuit) {
        try (var client = socket.accept();
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            say(client, "220 example.test");
            boolean inMessage = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inMessage) {
                    inMessage = !line.equals(".");
                    if (!inMessage) {
                        say(client, toMessage);
                    }
                } else if (line.startsWith("RCPT")) {
                    say(client, toRecipient);
                } else if (line.startsWith("DATA")) {
                    inMessage = true;
                    say(client, "354 Go on");
                } else {
                    say(client, line.startsWith("QUIT") ? toQuit : "250 Ok");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static SmtpSettings settings(int port, Tls tls) {
        return new SmallRyeConfigBuilder()
                .withMapping(SmtpSettings.class)
                .withDefaultValue("hindsight.smtp.host", "127.0.0.1")
                .withDefaultValue("hindsight.smtp.port", Integer.toString(port))
                .withDefaultValue("hindsight.smtp.tls", tls.name())
                .withDefaultValue("hindsight.smtp.from", "Hindsight <hindsight@example.test>")
                .build()
                .getConfigMapping(SmtpSettings.class);
    }
}
