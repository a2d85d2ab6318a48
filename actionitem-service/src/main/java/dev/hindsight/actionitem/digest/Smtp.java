package dev.hindsight.actionitem.digest;

import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands one message to the mail server, and tells what the server said. */
@Singleton
class Smtp {

    private static final Logger LOG = Logger.getLogger(Smtp.class);
    private static final String MILLIS_TO_CONNECT = "5000";
    private static final String MILLIS_FOR_EACH_STEP = "15000";
    private static final int LONGEST_ANSWER = 200;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final SmtpSettings settings;
    private final Session session;

    Smtp(SmtpSettings settings, @ConfigProperty(name = "hindsight.url") URI url) {
        this.settings = settings;
        session = Session.getInstance(properties(settings, url));
    }

    /** A message that is the same however often it is sent. */
    record Envelope(String messageId, Instant sentAt, String to) {}

    boolean isConfigured() {
        return settings.host().isPresent();
    }

    /** The answer of the server, beginning with its code. */
    String send(Envelope envelope, Letter letter, String text, String html) throws MailFailure {
        try {
            var message = message(envelope, letter, text, html);
            return sent(message, (SMTPTransport) session.getTransport("smtp"));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailFailure(reason(e), isOutage(e), e);
        }
    }

    /** Once the server has taken it, it does not matter how the two part. */
    private String sent(MimeMessage message, SMTPTransport server) throws MessagingException {
        try {
            server.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            server.sendMessage(message, message.getAllRecipients());
            return withoutAddresses(server.getLastServerResponse());
        } finally {
            close(server);
        }
    }

    private static void close(SMTPTransport server) {
        try {
            server.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye", e);
        }
    }

    private MimeMessage message(Envelope envelope, Letter letter, String text, String html)
            throws MessagingException, UnsupportedEncodingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", envelope.messageId());
            }
        };
        message.setFrom(new InternetAddress(settings.from()));
        var to = new InternetAddress(envelope.to(), true);
        to.setPersonal(letter.name(), UTF_8);
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(envelope.sentAt()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no machine is to answer
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, kind);
        return part;
    }

    private static Properties properties(SmtpSettings settings, URI url) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.localhost", url.getHost());
        properties.setProperty("mail.smtp.connectiontimeout", MILLIS_TO_CONNECT);
        properties.setProperty("mail.smtp.timeout", MILLIS_FOR_EACH_STEP);
        properties.setProperty("mail.smtp.writetimeout", MILLIS_FOR_EACH_STEP);
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        switch (settings.tls()) {
            case NONE -> {}
            case STARTTLS -> properties.setProperty("mail.smtp.starttls.required", "true");
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        properties.setProperty(
                "mail.smtp.starttls.enable", Boolean.toString(settings.tls() == SmtpSettings.Tls.STARTTLS));
        return properties;
    }

    private static String reason(Exception failure) {
        return refusal(failure).map(Smtp::withoutAddresses).orElseGet(() -> switch (failure) {
            case MailConnectException _ -> "The mail server could not be reached.";
            case AuthenticationFailedException _ -> "The mail server does not accept the user or the password.";
            case AddressException _ -> "The mail address cannot be used.";
            default -> withoutAddresses("The mail server took nothing: " + failure.getMessage());
        });
    }

    /** Whether another recipient or another message would have met the same. */
    private static boolean isOutage(Exception failure) {
        return refusal(failure).isEmpty()
                && !(failure instanceof AddressException)
                && !(failure instanceof UnsupportedEncodingException);
    }

    /** What the server said when it refused the recipient or the message. */
    private static Optional<String> refusal(Exception failure) {
        for (Exception it = failure; it instanceof MessagingException mail; it = mail.getNextException()) {
            if (it instanceof SMTPAddressFailedException || it instanceof SMTPSendFailedException) {
                return Optional.of("The mail server answered: " + it.getMessage());
            }
        }
        return Optional.empty();
    }

    /** On one line; servers like to repeat the address, which has no place in the log. */
    private static String withoutAddresses(String answer) {
        var line = answer.replaceAll("<?[^\\s<>]+@[^\\s<>]+>?", "(address)")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return line.length() > LONGEST_ANSWER ? line.substring(0, LONGEST_ANSWER) : line;
    }
}
