package dev.hindsight.logkit.secrets;

import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for secrets in the JSON of every command, of resources to come as well, before anything is done with it, unless it is
 * {@link NotKept}. Bodies of other kinds are looked at piece by piece where they are read.
 */
@Provider
public class SecretsFilter implements ReaderInterceptor {

    /** In bytes; what is larger has to come as a file, or record by record. */
    private static final int LIMIT = 16 * 1024 * 1024;

    /** It is kept as well. */
    private static final String KEY = "Idempotency-Key";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType()) && isKept(context)) {
            var document = context.getInputStream().readNBytes(LIMIT + 1);
            if (document.length > LIMIT) {
                throw new ProblemException(
                        StandardProblem.TOO_LARGE, "JSON may have at most %d bytes.".formatted(LIMIT));
            }
            var secrets = new Secrets(context.getHeaders().getFirst(Secrets.CONFIRMATION));
            lookAtKey(secrets, context.getHeaders().getFirst(KEY));
            SecretsInJson.look(document, secrets);
            secrets.requireNone();
            context.setInputStream(new ByteArrayInputStream(document));
        }
        return context.proceed();
    }

    private static boolean isKept(ReaderInterceptorContext context) {
        return Arrays.stream(context.getAnnotations()).noneMatch(NotKept.class::isInstance);
    }

    /** The key of a command is kept like its body. */
    public static void lookAtKey(Secrets secrets, @Nullable String key) {
        if (key != null) {
            secrets.look(KEY, key);
        }
    }
}
