package dev.hindsight.incident.rest;

import dev.hindsight.incident.evidence.ContentUpload;
import dev.hindsight.kit.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jspecify.annotations.Nullable;

/** Reads a form with a file (RFC 7578) as it comes: the fields into memory, the file into its upload. */
final class EvidenceForm implements MultipartParser.PartHandler {

    private static final String FILE = "file";
    private static final String BODY = "(body)";
    private static final Set<String> FIELDS =
            Set.of("kind", "title", "collectedAt", "collector", "tool", "url", "digest");
    private static final int LONGEST_FIELD = 10_000;
    private static final int PIECE = 64 * 1024;

    private final ContentUpload upload;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private String name = "";
    private boolean hasFile;
    private @Nullable String fileName;

    private EvidenceForm(ContentUpload upload) {
        this.upload = upload;
    }

    static EvidenceForm read(InputStream body, MediaType type, ContentUpload upload) {
        var boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isBlank()) {
            throw ProblemException.invalid("Content-Type", "must name the boundary of the form");
        }
        var form = new EvidenceForm(upload);
        try {
            if (!form.parse(body, boundary)) {
                throw ProblemException.invalid(BODY, "ends before its last boundary");
            }
        } catch (IOException e) {
            throw ProblemException.invalid(BODY, "broke off, or is no form");
        }
        if (!form.hasFile) {
            throw ProblemException.invalid(FILE, "is missing");
        }
        return form;
    }

    private boolean parse(InputStream body, String boundary) throws IOException {
        var parser = MultipartParser.beginParse(
                this, boundary.getBytes(StandardCharsets.US_ASCII), StandardCharsets.UTF_8.name());
        var piece = new byte[PIECE];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            parser.parse(ByteBuffer.wrap(piece, 0, length));
        }
        return parser.isComplete();
    }

    Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    @Nullable
    String fileName() {
        return fileName;
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        var disposition = headers.getFirst("Content-Disposition");
        var stated = disposition == null ? null : HeaderUtil.extractQuotedValueFromHeader(disposition, "name");
        name = stated == null ? "" : stated;
        value.reset();
        if (name.equals(FILE)) {
            requireOnce(hasFile);
            hasFile = true;
            fileName = FileNames.shown(HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename"));
        } else if (!FIELDS.contains(name)) {
            throw ProblemException.invalid(BODY, "has a field that is not known here");
        } else {
            requireOnce(fields.containsKey(name));
        }
    }

    @Override
    public void data(ByteBuffer bytes) {
        var piece = new byte[bytes.remaining()];
        bytes.get(piece);
        if (name.equals(FILE)) {
            upload.write(piece, 0, piece.length);
        } else if (value.size() + piece.length > LONGEST_FIELD) {
            throw ProblemException.invalid(name, "must have at most %d bytes".formatted(LONGEST_FIELD));
        } else {
            value.writeBytes(piece);
        }
    }

    @Override
    public void endPart() {
        if (!name.equals(FILE)) {
            fields.put(name, value.toString(StandardCharsets.UTF_8));
        }
    }

    private void requireOnce(boolean before) {
        if (before) {
            throw ProblemException.invalid(name, "must be there once");
        }
    }
}
