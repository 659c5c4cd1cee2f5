package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Writes one object as text.
 *
 * <p>Into characters, never into UTF-8 at once: a writer of UTF-8 throws at half a character, and
 * names hold what strangers type.
 */
final class Text {
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes the fields of one object. */
    interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private Text() {}

    static String of(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing of a StringWriter can fail
        }
        return text.toString();
    }
}
