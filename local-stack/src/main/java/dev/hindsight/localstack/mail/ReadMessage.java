package dev.hindsight.localstack.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page shows of a message; a part that there is none of is null. */
record ReadMessage(
        String from,
        String to,
        String subject,
        @Nullable Instant sentAt,
        @Nullable String text,
        @Nullable String html) {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** What the list shows of a message; what is no mail is shown as that. */
    static ReadMessage headersOf(Path file) {
        try (var in = Files.newInputStream(file)) {
            return of(new Headers(in), null, null);
        } catch (IOException | MessagingException | RuntimeException e) {
            return unreadable(null);
        }
    }

    /** All of a message; what is no mail is shown as it came. */
    static ReadMessage of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(SESSION, in);
            return of(message, content(message, "text/plain"), content(message, "text/html"));
        } catch (IOException | MessagingException | RuntimeException e) {
            return unreadable(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }

    private static ReadMessage of(MimeMessage message, @Nullable String text, @Nullable String html)
            throws MessagingException {
        return new ReadMessage(
                people(message.getFrom()),
                people(message.getRecipients(Message.RecipientType.TO)),
                Objects.requireNonNullElse(message.getSubject(), "(no subject)"),
                Optional.ofNullable(message.getSentDate()).map(Date::toInstant).orElse(null),
                text,
                html);
    }

    private static ReadMessage unreadable(@Nullable String text) {
        return new ReadMessage("", "", "(cannot be read)", null, text, null);
    }

    /** A message of which nothing but the headers is read. */
    private static final class Headers extends MimeMessage {

        Headers(InputStream in) throws MessagingException {
            super(SESSION);
            headers = createInternetHeaders(in);
        }
    }

    private static String people(Address @Nullable [] addresses) {
        return Stream.ofNullable(addresses)
                .flatMap(Stream::of)
                .map(address -> address instanceof InternetAddress mail ? mail.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = content(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return part.isMimeType(type) ? text(part) : null;
    }

    /** By a charset that nobody knows it is shown byte by byte. */
    private static @Nullable String text(Part part) throws MessagingException, IOException {
        try {
            return part.getContent() instanceof String text ? text : null;
        } catch (UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
