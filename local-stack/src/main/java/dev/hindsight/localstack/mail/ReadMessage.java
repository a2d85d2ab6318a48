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

    /** A message that is no mail is shown as that. */
    static ReadMessage of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(SESSION, in);
            return new ReadMessage(
                    people(message.getFrom()),
                    people(message.getRecipients(Message.RecipientType.TO)),
                    Objects.requireNonNullElse(message.getSubject(), "(no subject)"),
                    Optional.ofNullable(message.getSentDate())
                            .map(Date::toInstant)
                            .orElse(null),
                    content(message, "text/plain"),
                    content(message, "text/html"));
        } catch (MessagingException e) {
            return new ReadMessage("", "", "(cannot be read)", null, Files.readString(file), null);
        }
    }

    private static String people(Address @Nullable [] addresses) {
        return Stream.ofNullable(addresses)
                .flatMap(Stream::of)
                .map(address -> address instanceof InternetAddress mail ? mail.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String content(Part part, String type) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var found = content(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return part.isMimeType(type) && content instanceof String text ? text : null;
    }
}
