package dev.hindsight.gateway.apidocs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The API of the whole host, from what each service's build has written: it is there whichever service is down. */
@Singleton
class ApiDocument {

    private static final List<String> SERVICES =
            List.of("incident-service", "actionitem-service", "reporting-service", "audit-service");

    private final byte[] json;

    ApiDocument(ObjectMapper mapper) {
        var merged = new MergedDocument(read("gateway", mapper));
        SERVICES.forEach(service -> merged.with(service, read(service, mapper)));
        try {
            json = mapper.writeValueAsBytes(merged.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] json() {
        return json.clone();
    }

    private static ObjectNode read(String service, ObjectMapper mapper) {
        var resource = "/openapi/%s.json".formatted(service);
        try (var in = ApiDocument.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from this build");
            }
            return (ObjectNode) mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
