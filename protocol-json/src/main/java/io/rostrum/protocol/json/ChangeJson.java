package io.rostrum.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.RoomChange;
import io.rostrum.protocol.signal.RoomChange.Lock;
import io.rostrum.protocol.signal.RoomChange.Speaker;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference: fields of the room under {@code room}, each as in the room itself. */
final class ChangeJson {
    private ChangeJson() {}

    static void write(JsonGenerator out, RoomChange change) throws IOException {
        out.writeNumberField("since", change.since());
        out.writeNumberField("revision", change.revision());
        out.writeObjectFieldStart("room");
        room(out, change);
        out.writeEndObject();
        RoomWriter.participants(out, change.participants());
        ids(out, "gone", change.gone());
        ids(out, "order", change.order());
    }

    private static void room(JsonGenerator out, RoomChange change) throws IOException {
        Lock lock = change.lock();
        if (lock != null) {
            out.writeBooleanField("locked", lock.locked());
            SelectionJson.write(out, "assigned", lock.assigned());
        }
        Speaker speaker = change.speaker();
        if (speaker != null) {
            out.writeStringField("speaker", speaker.participant());
        }
        DoorState door = change.door();
        if (door != null) {
            RoomWriter.door(out, door);
        }
        if (change.chat() != null) {
            RoomWriter.chat(out, change.chat());
        }
        if (change.broadcast() != null) {
            RoomWriter.broadcast(out, change.broadcast());
        }
    }

    private static void ids(JsonGenerator out, String name, @Nullable List<String> ids)
            throws IOException {
        if (ids == null) {
            out.writeNullField(name);
            return;
        }
        out.writeArrayFieldStart(name);
        for (String id : ids) {
            out.writeString(id);
        }
        out.writeEndArray();
    }

    static RoomChange read(Fields in) throws BadMessage {
        Fields room = in.inner("room");
        return new RoomChange(
                in.whole("since"),
                in.whole("revision"),
                room.has("locked") ? lock(room) : null,
                room.says("speaker") ? new Speaker(room.idIfAny("speaker")) : null,
                room.innerIfAny("door", RoomReader::door),
                room.innerIfAny("chat", RoomReader::chat),
                room.innerIfAny("broadcast", RoomReader::broadcast),
                in.objects("participants", RoomReader::participant),
                in.ids("gone"),
                in.has("order") ? in.ids("order") : null);
    }

    private static Lock lock(Fields in) throws BadMessage {
        return new Lock(in.flag("locked"), in.innerIfAny("assigned", SelectionJson::read));
    }
}
