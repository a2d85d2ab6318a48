package dev.hindsight.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hindsight.contracts.EventCatalogue;
import dev.hindsight.contracts.incident.IncidentEvent;
import dev.hindsight.kit.json.EventJson;
import dev.hindsight.log.SnapshotForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever an incident remembers of its events, it remembers after its snapshot is read as well. */
class IncidentSnapshotTest {

    private static final Path GOLDEN = Path.of("../event-contracts/src/test/resources/events");
    private static final ObjectMapper JSON = EventJson.mapper();

    private final SnapshotForm<Incident> form = SnapshotForm.of(Incident.class, JSON);

    @Test
    void theStateAfterAnyEventIsReadFromItsSnapshotAsItWas() throws Exception {
        var incident = new Incident();
        incident.on(read("incident-declared"));
        for (var type : EventCatalogue.types().entrySet()) {
            if (IncidentEvent.class.isAssignableFrom(type.getValue())) {
                incident.on(read(type.getKey()));
            }
            var written = form.write(incident);

            assertThat(form.read(written))
                    .as(type.getKey())
                    .usingRecursiveComparison()
                    .isEqualTo(incident);
        }
    }

    @Test
    void itsRevisionIsThatOfItsCode() {
        assertThat(form.revision())
                .isEqualTo(SnapshotForm.of(Incident.class, JSON).revision())
                .isNotEqualTo(SnapshotForm.of(PostMortem.class, JSON).revision());
    }

    private static IncidentEvent read(String name) throws Exception {
        var type = Map.<String, Class<?>>copyOf(EventCatalogue.types()).get(name);
        return (IncidentEvent) JSON.readValue(Files.readString(GOLDEN.resolve(name + ".v1.json")), type);
    }
}
