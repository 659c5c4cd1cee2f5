package io.rostrum.protocol.json;

import io.rostrum.protocol.signal.AudioState;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.BroadcastWarning;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.VideoState;
import io.rostrum.protocol.signal.VideoTrouble;

/** Reads the state of a room, and its parts. */
final class RoomReader {
    private RoomReader() {}

    static RoomState read(Fields in) throws BadMessage {
        return new RoomState(
                in.id("id"),
                in.text("title"),
                in.whole("revision"),
                in.flag("locked"),
                in.innerIfAny("assigned", SelectionJson::read),
                in.idIfAny("speaker"),
                door(in.inner("door")),
                chat(in.inner("chat")),
                broadcast(in.inner("broadcast")),
                in.objects("participants", RoomReader::participant));
    }

    static DoorState door(Fields in) throws BadMessage {
        return new DoorState(in.flag("closed"), in.flag("enterMuted"), in.small("sentOut"));
    }

    static ChatState chat(Fields in) throws BadMessage {
        return new ChatState(in.flag("open"), in.flag("kept"));
    }

    static BroadcastState broadcast(Fields in) throws BadMessage {
        return new BroadcastState(
                in.oneOf("state", BroadcastPhase.values()),
                in.idIfAny("session"),
                in.textIfAny("title"),
                in.textIfAny("since"),
                in.textIfAny("page"),
                in.idIfAny("picture"),
                in.textIfAny("card"),
                in.textIfAny("detail"),
                in.innerIfAny("warning", RoomReader::warning));
    }

    private static BroadcastWarning warning(Fields in) throws BadMessage {
        return new BroadcastWarning(
                in.oneOf("code", BroadcastWarning.Code.values()), in.idIfAny("participant"));
    }

    static ParticipantState participant(Fields in) throws BadMessage {
        return new ParticipantState(
                in.id("id"),
                in.text("name"),
                in.oneOf("role", Role.values()),
                in.flag("connected"),
                in.flag("encoder"),
                audio(in.inner("audio")),
                video(in.inner("video")),
                in.smallIfAny("hand"),
                in.flag("silenced"));
    }

    private static AudioState audio(Fields in) throws BadMessage {
        return new AudioState(
                in.flag("present"),
                in.flag("mutedBySelf"),
                in.flag("mutedByHost"),
                in.has("gain") ? in.small("gain") : 0);
    }

    private static VideoState video(Fields in) throws BadMessage {
        return new VideoState(
                in.oneOf("source", VideoSource.values()),
                in.flag("mutedBySelf"),
                in.flag("mutedByHost"),
                in.oneOfIfAny("codec", VideoCodec.values()),
                in.flag("sending"),
                in.innerIfAny("trouble", RoomReader::trouble),
                !in.has("still") || in.flag("still"));
    }

    private static VideoTrouble trouble(Fields in) throws BadMessage {
        return new VideoTrouble(
                in.oneOf("kind", VideoTrouble.Kind.values()),
                in.smallIfAny("seconds"),
                in.flag("converted"));
    }
}
