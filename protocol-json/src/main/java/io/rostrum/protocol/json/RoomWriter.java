package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.BroadcastWarning;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.VideoState;
import io.rostrum.protocol.signal.VideoTrouble;
import io.rostrum.protocol.signal.WireNamed;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the state of a room, and its parts. */
final class RoomWriter {
    private RoomWriter() {}

    static void write(JsonGenerator out, RoomState room) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", room.id());
        out.writeStringField("title", room.title());
        out.writeNumberField("revision", room.revision());
        out.writeBooleanField("locked", room.locked());
        SelectionJson.write(out, "assigned", room.assigned());
        out.writeStringField("speaker", room.speaker());
        door(out, room.door());
        chat(out, room.chat());
        broadcast(out, room.broadcast());
        participants(out, room.participants());
        out.writeEndObject();
    }

    /** A constant or null. */
    static void name(JsonGenerator out, String field, @Nullable WireNamed constant)
            throws IOException {
        out.writeStringField(field, constant == null ? null : constant.wireName());
    }

    static void door(JsonGenerator out, DoorState door) throws IOException {
        out.writeObjectFieldStart("door");
        out.writeBooleanField("closed", door.closed());
        out.writeBooleanField("enterMuted", door.enterMuted());
        out.writeNumberField("sentOut", door.sentOut());
        out.writeEndObject();
    }

    static void chat(JsonGenerator out, ChatState chat) throws IOException {
        out.writeObjectFieldStart("chat");
        out.writeBooleanField("open", chat.open());
        out.writeBooleanField("kept", chat.kept());
        out.writeEndObject();
    }

    static void broadcast(JsonGenerator out, BroadcastState broadcast) throws IOException {
        out.writeObjectFieldStart("broadcast");
        out.writeStringField("state", broadcast.state().wireName());
        out.writeStringField("session", broadcast.session());
        out.writeStringField("title", broadcast.title());
        out.writeStringField("since", broadcast.since());
        out.writeStringField("page", broadcast.page());
        out.writeStringField("picture", broadcast.picture());
        out.writeStringField("card", broadcast.card());
        out.writeStringField("detail", broadcast.detail());
        warning(out, broadcast.warning());
        out.writeEndObject();
    }

    private static void warning(JsonGenerator out, @Nullable BroadcastWarning warning)
            throws IOException {
        if (warning == null) {
            out.writeNullField("warning");
            return;
        }
        out.writeObjectFieldStart("warning");
        out.writeStringField("code", warning.code().wireName());
        out.writeStringField("participant", warning.participant());
        out.writeEndObject();
    }

    static void participants(JsonGenerator out, List<ParticipantState> participants)
            throws IOException {
        out.writeArrayFieldStart("participants");
        for (ParticipantState one : participants) {
            participant(out, one);
        }
        out.writeEndArray();
    }

    private static void participant(JsonGenerator out, ParticipantState one) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", one.id());
        out.writeStringField("name", one.name());
        out.writeStringField("role", one.role().wireName());
        out.writeBooleanField("connected", one.connected());
        out.writeBooleanField("encoder", one.encoder());
        out.writeObjectFieldStart("audio");
        out.writeBooleanField("present", one.audio().present());
        out.writeBooleanField("mutedBySelf", one.audio().mutedBySelf());
        out.writeBooleanField("mutedByHost", one.audio().mutedByHost());
        out.writeNumberField("gain", one.audio().gain());
        out.writeEndObject();
        video(out, one.video());
        if (one.hand() == null) {
            out.writeNullField("hand");
        } else {
            out.writeNumberField("hand", one.hand());
        }
        out.writeBooleanField("silenced", one.silenced());
        out.writeEndObject();
    }

    private static void video(JsonGenerator out, VideoState video) throws IOException {
        out.writeObjectFieldStart("video");
        out.writeStringField("source", video.source().wireName());
        out.writeBooleanField("mutedBySelf", video.mutedBySelf());
        out.writeBooleanField("mutedByHost", video.mutedByHost());
        name(out, "codec", video.codec());
        out.writeBooleanField("sending", video.sending());
        trouble(out, video.trouble());
        out.writeBooleanField("still", video.still());
        out.writeEndObject();
    }

    private static void trouble(JsonGenerator out, @Nullable VideoTrouble trouble)
            throws IOException {
        if (trouble == null) {
            out.writeNullField("trouble");
            return;
        }
        out.writeObjectFieldStart("trouble");
        out.writeStringField("kind", trouble.kind().wireName());
        Integer seconds = trouble.seconds();
        if (seconds == null) {
            out.writeNullField("seconds");
        } else {
            out.writeNumberField("seconds", seconds);
        }
        out.writeBooleanField("converted", trouble.converted());
        out.writeEndObject();
    }
}
