package dev.hindsight.kit.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.problem.StandardProblem;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table of idempotency keys: which commands were carried out, and what they were answered. */
final class StoredAnswers {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final String THIS_KEY =
            " WHERE subject = :subject AND method = :method AND path = :path AND idempotency_key = :key";

    private final Jdbi jdbi;
    private final String table;

    StoredAnswers(Jdbi jdbi, String table) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("Not the name of a table with its schema: " + table);
        }
        this.jdbi = jdbi;
        this.table = table;
    }

    /** What this very command was answered before; another command under the same key is refused. */
    Optional<Answer> find(CommandRequest request, String key) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery("SELECT fingerprint, status, headers, body FROM " + table + THIS_KEY);
            return bind(query, request, key)
                    .map((row, _) -> answer(request, row))
                    .findOne();
        });
    }

    /** Fails with a duplicate if another request with this key was faster. */
    void store(CommandRequest request, String key, Answer answer) {
        jdbi.useHandle(handle -> {
            var insert = handle.createUpdate("INSERT INTO " + table
                    + " (subject, method, path, idempotency_key, fingerprint, status, headers, body)"
                    + " VALUES (:subject, :method, :path, :key, :fingerprint, :status, :headers, :body)");
            bind(insert, request, key)
                    .bind("fingerprint", request.fingerprint())
                    .bind("status", answer.status())
                    .bind("headers", write(answer.headers()))
                    .bind("body", answer.body())
                    .execute();
        });
    }

    int purge(int hours, int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM " + table
                        + " WHERE (subject, method, path, idempotency_key) IN"
                        + " (SELECT subject, method, path, idempotency_key FROM " + table
                        + " WHERE created_at < clock_timestamp() - make_interval(hours => :hours)"
                        + " ORDER BY created_at LIMIT :most)")
                .bind("hours", hours)
                .bind("most", most)
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, CommandRequest request, String key) {
        return statement
                .bind("subject", request.subject())
                .bind("method", request.method())
                .bind("path", request.path())
                .bind("key", key);
    }

    private static Answer answer(CommandRequest request, ResultSet row) throws SQLException {
        if (!MessageDigest.isEqual(row.getBytes("fingerprint"), request.fingerprint())) {
            throw new ProblemException(StandardProblem.IDEMPOTENCY_KEY_REUSED, null);
        }
        return new Answer(row.getInt("status"), read(row.getString("headers")), row.getBytes("body"))
                .with("Idempotent-Replay", "true");
    }

    private static String write(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(String headers) {
        try {
            return JSON.readValue(headers, HEADERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
