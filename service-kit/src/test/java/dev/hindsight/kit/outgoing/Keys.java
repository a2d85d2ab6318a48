package dev.hindsight.kit.outgoing;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key of a server, with a certificate that only those believe who are told to. */
record Keys(Path file) {

    private static final String PASSWORD = "a password for tests";

    /** @param host the only name that the certificate is good for */
    static Keys of(Path folder, String host) throws IOException, InterruptedException {
        var file = folder.resolve("keys.p12");
        var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making = new ProcessBuilder(program, "-genkeypair", "-alias", "server", "-keyalg", "EC")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile());
        making.command().addAll(List.of("-dname", "CN=" + host, "-ext", "san=dns:" + host));
        making.command().addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        making.command().addAll(List.of("-keystore", file.toString()));
        if (making.start().waitFor() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        return new Keys(file);
    }

    /** For the server itself. */
    SSLContext context() throws GeneralSecurityException, IOException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** For a client that believes it. */
    PfxOptions trusted() {
        return new PfxOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
