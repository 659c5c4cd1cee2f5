package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.ServerMessage;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Turns what the center says into text; docs/protocol.md, server to client. */
public final class ServerMessageWriter {
    private ServerMessageWriter() {}

    public static String write(ServerMessage message) {
        return Text.of(out -> write(out, message));
    }

    /** A chain, since a client of release 17 has no switch over patterns. */
    private static void write(JsonGenerator out, ServerMessage message) throws IOException {
        if (message instanceof ServerMessage.Joined joined) {
            joined(type(out, "joined"), joined);
        } else if (message instanceof ServerMessage.Waiting) {
            type(out, "waiting");
        } else if (message instanceof ServerMessage.Knocks knocks) {
            knocks(type(out, "knocks"), knocks);
        } else if (message instanceof ServerMessage.Room room) {
            type(out, "room").writeFieldName("room");
            RoomWriter.write(out, room.room());
        } else if (message instanceof ServerMessage.Change change) {
            ChangeJson.write(type(out, "change"), change.change());
        } else if (message instanceof ServerMessage.View view) {
            view(type(out, "view"), view);
        } else if (message instanceof ServerMessage.Levels levels) {
            levels(type(out, "levels"), levels);
        } else if (message instanceof ServerMessage.Chat chat) {
            TalkJson.chat(type(out, "chat"), chat);
        } else if (message instanceof ServerMessage.Erased erased) {
            TalkJson.erased(type(out, "erased"), erased);
        } else if (message instanceof ServerMessage.Reactions reactions) {
            TalkJson.reactions(type(out, "reactions"), reactions);
        } else if (message instanceof ServerMessage.Still still) {
            type(out, "still").writeStringField("participant", still.participant());
            out.writeStringField("jpeg", still.jpeg());
        } else if (message instanceof ServerMessage.Done done) {
            type(out, "done").writeStringField("ref", done.ref());
        } else if (message instanceof ServerMessage.Refused refused) {
            refused(type(out, "refused"), refused);
        } else if (message instanceof ServerMessage.Closed closed) {
            type(out, "closed").writeStringField("reason", closed.reason().wireName());
        } else {
            throw new IllegalArgumentException("cannot be written: " + message);
        }
    }

    private static JsonGenerator type(JsonGenerator out, String type) throws IOException {
        out.writeStringField("type", type);
        return out;
    }

    private static void joined(JsonGenerator out, ServerMessage.Joined joined) throws IOException {
        out.writeStringField("you", joined.you());
        out.writeStringField("seat", joined.seat());
        out.writeArrayFieldStart("rights");
        for (Right right : joined.rights().stream().sorted().toList()) {
            out.writeString(right.wireName());
        }
        out.writeEndArray();
        out.writeStringField("answer", joined.answer());
        out.writeFieldName("room");
        RoomWriter.write(out, joined.room());
    }

    private static void knocks(JsonGenerator out, ServerMessage.Knocks knocks) throws IOException {
        out.writeArrayFieldStart("people");
        for (Knock one : knocks.people()) {
            out.writeStartObject();
            out.writeStringField("id", one.id());
            out.writeStringField("name", one.name());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void view(JsonGenerator out, ServerMessage.View view) throws IOException {
        out.writeStringField("participant", view.participant());
        SelectionJson.write(out, "selection", view.selection());
        RoomWriter.name(out, "reason", view.reason());
    }

    private static void levels(JsonGenerator out, ServerMessage.Levels levels) throws IOException {
        out.writeObjectFieldStart("levels");
        for (Map.Entry<String, Integer> one : new TreeMap<>(levels.levels()).entrySet()) {
            out.writeNumberField(one.getKey(), one.getValue());
        }
        out.writeEndObject();
    }

    private static void refused(JsonGenerator out, ServerMessage.Refused refused)
            throws IOException {
        Problem problem = refused.problem();
        out.writeStringField("ref", refused.ref());
        out.writeObjectFieldStart("problem");
        out.writeStringField("type", problem.type());
        out.writeStringField("title", problem.title());
        out.writeNumberField("status", problem.status());
        out.writeStringField("detail", problem.detail());
        if (problem.retryAfter() != null) {
            out.writeNumberField("retryAfter", problem.retryAfter());
        }
        out.writeEndObject();
    }
}
