package dev.hindsight.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to it by SMTP is kept, and shown to whoever looks from this machine. */
class MailServerTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/messages/[^\"]+)\"");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MailServer(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyMessageIsAFileAndALineOfTheList() throws Exception {
        send("Nachricht für Ana", "Hello");
        send("A second one", "Hello again");

        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2).allMatch(file -> file.toString().endsWith(".eml"));
        }
        assertThat(get("/").body())
                .containsSubsequence("A second one", "Nachricht für Ana")
                .contains("ana@example.test");
    }

    @Test
    void aMessageIsShownAsTextAndItsHtmlInASandbox() throws Exception {
        send("<script>alert(1)</script>", "Text & more", "<p onclick=\"x()\">Html</p>");

        var page = get(firstMessage());
        assertThat(page.body())
                .contains("<pre>Text &amp; more")
                .contains("&lt;script&gt;")
                .doesNotContain("<script")
                .contains("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" ");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; frame-src 'self';");

        var html = get(firstMessage() + ".html");
        assertThat(html.body()).endsWith("<p onclick=\"x()\">Html</p>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src")
                .contains("form-action 'none'")
                .doesNotContain("script", "https:");
    }

    @Test
    void linksInTheHtmlLeadToPagesOfTheirOwn() throws Exception {
        send("A link", "See", "<base target=\"_top\"><a href=\"https://example.test/a\">there</a>");

        var html = get(firstMessage() + ".html");

        assertThat(html.body()).startsWith("<!DOCTYPE html><base target=\"_blank\"><base target=\"_top\">");
        assertThat(html.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(html.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void theNewestThousandMessagesAreKept() throws Exception {
        for (int number = 0; number < 999; number++) {
            Files.writeString(folder.resolve("20200101T000000000-%d.eml".formatted(number)), "Subject: Old\r\n\r\n");
        }
        Files.writeString(folder.resolve("20190101T000000000-1.eml"), "Subject: The oldest\r\n\r\n");
        Files.writeString(folder.resolve("notes.txt"), "of somebody's own");

        send("A message", "Hello");

        assertThat(files()).hasSize(1_001).contains("notes.txt").doesNotContain("20190101T000000000-1.eml");
        assertThat(get("/").body()).contains("A message");
    }

    @Test
    void whatIsTooMuchOrWasNeverTakenIsGoneAtTheNextStart() throws Exception {
        server.close();
        for (int number = 0; number < 1_000; number++) {
            Files.writeString(folder.resolve("20200102T000000%03d-1.eml".formatted(number)), "");
        }
        Files.writeString(folder.resolve("20200101T000000000-1.eml"), "");
        Files.writeString(folder.resolve("20200102T000000000-2.new"), "Subject: Half a");

        server = new MailServer(folder, 0, 0);

        assertThat(files()).hasSize(1_000).allMatch(name -> name.startsWith("20200102") && name.endsWith(".eml"));
    }

    @Test
    void linksInTheTextLeadOnAndNothingElseDoes() throws Exception {
        send("A link", "See https://example.test/a?b=1&c=\"x, javascript:alert(1) or <b>http://example.test/d</b>.");

        assertThat(get(firstMessage()).body())
                .contains("<a href=\"https://example.test/a?b=1&amp;c=\" target=\"_blank\" rel=\"noopener\">")
                .contains("&lt;b&gt;<a href=\"http://example.test/d\" target=\"_blank\" rel=\"noopener\">")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void anOddMessageHidesNoOtherOne() throws Exception {
        Files.writeString(
                folder.resolve("20310101T000000000-1.eml"),
                "Subject: Odd\r\nContent-Type: text/plain; charset=nobody-knows\r\n\r\nHello\r\n");
        Files.write(folder.resolve("20310101T000000000-2.eml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        send("A message", "Hello");

        assertThat(get("/").body()).contains("Odd", "A message");
        assertThat(get("/messages/20310101T000000000-1").body()).contains("<pre>Hello");
        assertThat(get("/messages/20310101T000000000-2").statusCode()).isEqualTo(200);
        assertThat(get(MailServer.HEALTH).statusCode()).isEqualTo(200);
    }

    @Test
    void theMessageIsGivenOutAsItCame() throws Exception {
        send("A message", "Hello");

        var eml = get(firstMessage() + ".eml");

        assertThat(eml.body()).contains("Subject: A message").contains("Hello");
        assertThat(eml.headers().firstValue("Content-Disposition")).contains("attachment");
    }

    @Test
    void messagesAreStillThereAfterARestart() throws Exception {
        send("A message", "Hello");
        server.close();

        server = new MailServer(folder, 0, 0);

        assertThat(get("/").body()).contains("A message");
    }

    @Test
    void whatIsNoMessageIsNotFound() throws Exception {
        Files.writeString(folder.resolveSibling("secrets.eml"), "a secret");

        assertThat(get("/messages/..%2Fsecrets.eml").statusCode()).isEqualTo(404);
        assertThat(get("/messages/secrets").statusCode()).isEqualTo(404);
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void thereIsNothingToChange() throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(address("/"))
                        .POST(BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void anotherNameThatLeadsHereIsNotAnswered() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.pagesPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 421");
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String firstMessage() throws Exception {
        var link = LINK.matcher(get("/").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:%d%s".formatted(server.pagesPort(), path));
    }

    private void send(String subject, String text) throws MessagingException {
        send(subject, text, "<p>%s</p>".formatted(text));
    }

    private void send(String subject, String text, String html) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(server.smtpPort()));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("hindsight@example.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@example.test"));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8", kind);
        return part;
    }
}
