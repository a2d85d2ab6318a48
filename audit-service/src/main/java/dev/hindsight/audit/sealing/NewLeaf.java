package dev.hindsight.audit.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hindsight.merkle.Hash;
import org.jspecify.annotations.Nullable;

/** An entry of the log with what it becomes in the tree. */
final class NewLeaf {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    final LogRow row;
    final byte[] entry;
    final Hash hash;
    final @Nullable String actor;

    NewLeaf(LogRow row) {
        this.row = row;
        entry = CanonicalEntry.of(row);
        hash = Hash.leaf(entry);
        actor = actor(row.metadata());
    }

    /** For the search alone; metadata that cannot be read is sealed all the same. */
    private static @Nullable String actor(String metadata) {
        try {
            return JSON.readTree(metadata).path("actor").textValue();
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
