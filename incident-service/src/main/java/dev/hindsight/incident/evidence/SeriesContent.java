package dev.hindsight.incident.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The points of a series as they are kept: a JSON array, in the order of time, each value as it was stated. */
public final class SeriesContent {

    public static final String MEDIA_TYPE = "application/json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final TypeReference<List<SeriesPoint>> POINTS = new TypeReference<>() {};

    private SeriesContent() {}

    public static byte[] write(List<SeriesPoint> points) {
        try {
            return JSON.writeValueAsBytes(points);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<SeriesPoint> read(byte[] content) {
        try {
            return JSON.readValue(content, POINTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
