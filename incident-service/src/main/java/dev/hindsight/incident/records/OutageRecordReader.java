package dev.hindsight.incident.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hindsight.kit.rest.StorableValues;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Reads a record from JSON, strictly, and takes the digest of its content whatever the order of its fields. */
final class OutageRecordReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(StorableValues.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private OutageRecordReader() {}

    record ReadRecord(OutageRecord outage, String contentDigest) {}

    static ReadRecord read(String json) {
        try {
            var outage = JSON.readValue(json, OutageRecord.class);
            if (outage == null) {
                throw new RecordRejected("The record is empty.");
            }
            var canonical = JSON.writeValueAsBytes(JSON.readValue(json, Object.class));
            return new ReadRecord(outage, hex(canonical));
        } catch (UnrecognizedPropertyException e) {
            throw new RecordRejected("%s is not known here.".formatted(path(e)));
        } catch (JsonMappingException e) {
            throw new RecordRejected("%s has the wrong form.".formatted(path(e)));
        } catch (JsonProcessingException e) {
            throw new RecordRejected("This is not JSON: line %d, column %d."
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    private static String hex(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "The record" : path.replace(".[", "[");
    }
}
