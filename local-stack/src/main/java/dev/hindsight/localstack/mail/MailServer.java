package dev.hindsight.localstack.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every message that it is sent, for whomever, and passes none on. */
public final class MailServer implements AutoCloseable {

    /** The page that answers as long as the process does. */
    public static final String HEALTH = MailPages.HEALTH;

    private static final int LARGEST_MESSAGE = 10 << 20;

    private final SMTPServer smtp;
    private final MailPages pages;

    /** On loopback only. */
    MailServer(Path folder, int smtpPort, int pagesPort) throws IOException {
        var messages = new KeptMessages(folder);
        smtp = SMTPServer.port(smtpPort)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Hindsight keeps mail and delivers none")
                .maxMessageSize(LARGEST_MESSAGE)
                .simpleMessageListener(messages)
                .build();
        pages = new MailPages(messages, pagesPort);
        smtp.start();
        pages.start();
    }

    int smtpPort() {
        return smtp.getPortAllocated();
    }

    int pagesPort() {
        return pages.port();
    }

    @Override
    public void close() {
        smtp.stop();
        pages.close();
    }

    /** The process: a folder and two ports, for SMTP and for the pages. */
    public static void main(String[] arguments) throws IOException {
        var server =
                new MailServer(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    }
}
