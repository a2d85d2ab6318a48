package dev.hindsight.incident.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.hindsight.contracts.incident.EvidenceFacts;
import dev.hindsight.contracts.incident.EvidenceFacts.StoredContent;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRecorded;
import dev.hindsight.contracts.incident.IncidentEvent.EvidenceRetracted;
import dev.hindsight.incident.evidence.ContentInspection;
import dev.hindsight.incident.evidence.ContentStore;
import dev.hindsight.incident.evidence.SeriesContent;
import dev.hindsight.incident.evidence.SeriesPoint;
import dev.hindsight.kit.problem.ProblemException;
import dev.hindsight.kit.rest.JsonBodies;
import dev.hindsight.logkit.secrets.Secrets;
import dev.hindsight.logkit.secrets.SecretsFilter;
import dev.hindsight.logkit.secrets.SecretsInFile;
import io.quarkus.logging.Log;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.jspecify.annotations.Nullable;

/** Commands about the evidence of an incident. Content is kept first; it counts when the evidence is on record. */
@Path("/api/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {

    private final IncidentChanges changes;
    private final ContentStore store;
    private final JsonBodies json;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final HttpHeaders headers;

    EvidenceResource(
            IncidentChanges changes,
            ContentStore store,
            JsonBodies json,
            ObjectMapper mapper,
            Clock clock,
            HttpHeaders headers) {
        this.changes = changes;
        this.store = store;
        this.json = json;
        this.mapper = mapper;
        this.clock = clock;
        this.headers = headers;
    }

    @POST
    @Path("{id}/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@RequestBodySchema(EvidenceRequests.Record.class) byte[] body, @PathParam("id") String id) {
        var incident = changes.changeable(id);
        var request = json.read(body, EvidenceRequests.Record.class).requireFitting();
        var series = request.series();
        return record(incident, body, request.facts(clock.instant(), series, keep(request, series)));
    }

    /** The file is taken in as it comes; where its fields stand in the form makes no difference. */
    @POST
    @Path("{id}/evidence")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @RequestBodySchema(EvidenceRequests.Form.class) InputStream body, @PathParam("id") String id) {
        try {
            return upload(changes.changeable(id), body);
        } catch (ProblemException refused) {
            readToItsEnd(body);
            throw refused;
        }
    }

    @POST
    @Path("{id}/evidence/{evidence}/retractions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retract(
            @PathParam("evidence") UUID evidence,
            @RequestBodySchema(IncidentRequests.Retraction.class) byte[] body,
            @PathParam("id") String id) {
        return changes.fact(
                id,
                body,
                IncidentRequests.Retraction.class,
                (incident, retraction) -> new EvidenceRetracted(incident, evidence, retraction.reason()));
    }

    private Response upload(UUID incident, InputStream body) {
        var secrets = new Secrets(headers.getHeaderString(Secrets.CONFIRMATION));
        try (var upload = store.begin(inspection(secrets))) {
            var form = EvidenceForm.read(body, headers.getMediaType(), upload);
            upload.end();
            var fields = fields(form);
            SecretsFilter.lookAtKey(secrets, headers.getHeaderString("Idempotency-Key"));
            fields.properties()
                    .forEach(field -> secrets.look(
                            field.getKey(),
                            field.getKey() + ": " + field.getValue().asText()));
            secrets.requireNone();
            var request = json.read(json.write(fields), EvidenceRequests.Form.class);
            var content = store.complete(upload, request.digest(), form.fileName());
            var asSent = json.write(fields.put("digest", content.digest()));
            return record(incident, asSent, request.facts(clock.instant(), content));
        }
    }

    private Response record(UUID incident, byte[] asSent, EvidenceFacts evidence) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return changes.record(incident, asSent, _ -> {
            if (evidence.content() != null) {
                store.refer(id, incident, evidence.content().contentId());
            }
            return new EvidenceRecorded(incident, id, evidence);
        });
    }

    private @Nullable StoredContent keep(EvidenceRequests.Record request, List<SeriesPoint> series) {
        if (!series.isEmpty()) {
            return store.keep(SeriesContent.write(series), SeriesContent.MEDIA_TYPE, null);
        }
        return request.text() == null
                ? null
                : store.keep(request.text().getBytes(StandardCharsets.UTF_8), MediaType.TEXT_PLAIN, request.digest());
    }

    /** The form as if it had come as JSON, to be read and checked in the same way. */
    private ObjectNode fields(EvidenceForm form) {
        var fields = mapper.createObjectNode();
        for (var field : form.fields().entrySet()) {
            if (field.getKey().equals("collectedAt") && field.getValue().startsWith("{")) {
                fields.set(field.getKey(), object(field.getKey(), field.getValue()));
            } else {
                fields.put(field.getKey(), field.getValue());
            }
        }
        return fields.put("file", form.fileName() == null ? "" : form.fileName());
    }

    private JsonNode object(String field, String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw ProblemException.invalid(field, "is not well-formed JSON");
        }
    }

    /** A client reads the answer only when it has sent everything, if it is still there. */
    private static void readToItsEnd(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            Log.debug("The client has left", e);
        }
    }

    private static ContentInspection inspection(Secrets secrets) {
        var file = new SecretsInFile(secrets, "file");
        return new ContentInspection() {
            @Override
            public void look(byte[] next) {
                file.look(next);
            }

            @Override
            public boolean isAccepted() {
                return secrets.isAcceptedSoFar();
            }
        };
    }
}
