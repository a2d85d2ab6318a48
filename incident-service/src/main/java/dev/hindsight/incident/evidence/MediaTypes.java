package dev.hindsight.incident.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what kind of content bytes are from these bytes alone; a name proves nothing. */
final class MediaTypes {

    private MediaTypes() {}

    /** @param beginning of the content, or all of it */
    static String of(byte[] beginning) {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(beginning), new Metadata())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether people could read it: all kinds of text, also those for programs. */
    static boolean isText(String mediaType) {
        var type = MediaType.parse(mediaType);
        return type.getType().equals("text")
                || MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
    }
}
