package dev.hindsight.actionitem;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real mail server for the tests, and what it has taken. */
public final class Mailroom {

    private static GreenMail server;

    private Mailroom() {}

    /** How the service under test finds it. */
    static Map<String, String> start() {
        int port = freePort();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return Map.of(
                "hindsight.smtp.host",
                "127.0.0.1",
                "hindsight.smtp.port",
                Integer.toString(port),
                "hindsight.smtp.tls",
                "none",
                "hindsight.smtp.from",
                "Hindsight <hindsight@example.test>");
    }

    /** As an outage does: nobody answers. */
    public static void close() {
        server.stop();
    }

    public static void open() {
        server.start();
    }

    /** One message as its reader has it. */
    public record Mail(MimeMessage message) {

        public String header(String name) {
            try {
                return message.getHeader(name, null);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String text() {
            return part(0);
        }

        public String html() {
            return part(1);
        }

        private String part(int index) {
            try {
                return ((Multipart) message.getContent())
                        .getBodyPart(index)
                        .getContent()
                        .toString()
                        .replace("\r\n", "\n");
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What was sent to the person of this name, oldest first. */
    public static List<Mail> to(String name) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Mail::new)
                .filter(mail -> mail.header("To").contains(name + "@example.test"))
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
