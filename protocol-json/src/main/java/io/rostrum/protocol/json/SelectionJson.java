package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rostrum.protocol.signal.Selection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How a picture is named. */
final class SelectionJson {
    private SelectionJson() {}

    static Selection read(Fields in) throws BadMessage {
        String kind = in.has("kind") ? in.text("kind") : "";
        return switch (kind) {
            case "participant" -> Selection.participant(in.id("id"));
            case "speaker" -> Selection.speaker();
            case "none" -> Selection.none();
            default -> throw in.bad("a selection's kind is participant, speaker or none");
        };
    }

    static void write(JsonGenerator out, String name, @Nullable Selection selection)
            throws IOException {
        if (selection == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        if (selection instanceof Selection.Participant participant) {
            out.writeStringField("kind", "participant");
            out.writeStringField("id", participant.id());
        } else {
            out.writeStringField(
                    "kind", selection instanceof Selection.Speaker ? "speaker" : "none");
        }
        out.writeEndObject();
    }
}
