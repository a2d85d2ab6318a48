package dev.hindsight.incident.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what kind of content bytes are from these bytes alone; a name proves nothing. */
final class MediaTypes {

    private MediaTypes() {}

    /** @param beginning of the content, or all of it */
    static String of(byte[] beginning) {
        try (var bytes = TikaInputStream.get(beginning)) {
            return MimeTypes.getDefaultMimeTypes().detect(bytes, new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether people could read it: all kinds of text, also those for programs. */
    static boolean isText(String mediaType) {
        var type = MediaType.parse(mediaType);
        return type.getType().equals("text")
                || MimeTypes.getDefaultMimeTypes()
                        .getMediaTypeRegistry()
                        .isInstanceOf(type, MediaType.TEXT_PLAIN);
    }
}
