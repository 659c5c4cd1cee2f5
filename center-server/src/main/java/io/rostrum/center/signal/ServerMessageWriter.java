package io.rostrum.center.signal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rostrum.center.net.Problems;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.BroadcastWarning;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a message into text; docs/protocol.md, server to client. */
final class ServerMessageWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The last text: a room tells all its people the same message, one after the other. */
    private record Written(@Nullable ServerMessage message, String text) {}

    private static volatile Written last = new Written(null, "");

    private ServerMessageWriter() {}

    static String wireName(Enum<?> constant) {
        return switch (constant) {
            case Line line -> line.wireName();
            case VideoSource source -> source.wireName();
            default -> constant.name().toLowerCase(Locale.ROOT);
        };
    }

    @SuppressWarnings("ReferenceEquality") // equal messages would take long to compare
    static String write(ServerMessage message) {
        Written known = last;
        if (known.message() == message) {
            return known.text();
        }
        String text = node(message).toString();
        last = new Written(message, text);
        return text;
    }

    private static ObjectNode node(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Joined joined -> joined(joined);
            case ServerMessage.Waiting waiting -> message("waiting");
            case ServerMessage.Knocks knocks -> knocks(knocks);
            case ServerMessage.Room room -> message("room").set("room", room(room.room()));
            case ServerMessage.View view -> view(view);
            case ServerMessage.Levels levels -> levels(levels);
            case ServerMessage.Done done -> message("done").put("ref", done.ref());
            case ServerMessage.Refused refused ->
                    message("refused")
                            .put("ref", refused.ref())
                            .set("problem", Problems.json(refused.problem()));
            case ServerMessage.Closed closed ->
                    message("closed").put("reason", closed.reason().wireName());
        };
    }

    private static ObjectNode message(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode joined(ServerMessage.Joined joined) {
        ObjectNode node = message("joined").put("you", joined.you()).put("seat", joined.seat());
        ArrayNode rights = node.putArray("rights");
        joined.rights().stream().sorted().map(Right::wireName).forEach(rights::add);
        return node.put("answer", joined.answer()).set("room", room(joined.room()));
    }

    private static ObjectNode knocks(ServerMessage.Knocks knocks) {
        ObjectNode node = message("knocks");
        ArrayNode people = node.putArray("people");
        knocks.people()
                .forEach(one -> people.addObject().put("id", one.id()).put("name", one.name()));
        return node;
    }

    private static ObjectNode view(ServerMessage.View view) {
        var reason = view.reason();
        ObjectNode node = message("view").put("participant", view.participant());
        node.set("selection", selection(view.selection()));
        return node.put("reason", reason == null ? null : reason.wireName());
    }

    private static ObjectNode levels(ServerMessage.Levels levels) {
        ObjectNode values = JSON.objectNode();
        levels.levels().forEach(values::put);
        return message("levels").set("levels", values);
    }

    private static @Nullable ObjectNode selection(@Nullable Selection selection) {
        return switch (selection) {
            case null -> null;
            case Selection.Participant participant ->
                    JSON.objectNode().put("kind", "participant").put("id", participant.id());
            case Selection.Speaker speaker -> JSON.objectNode().put("kind", "speaker");
            case Selection.None none -> JSON.objectNode().put("kind", "none");
        };
    }

    static ObjectNode room(RoomState room) {
        ObjectNode node =
                JSON.objectNode()
                        .put("id", room.id())
                        .put("title", room.title())
                        .put("revision", room.revision())
                        .put("locked", room.locked());
        node.set("assigned", selection(room.assigned()));
        node.put("speaker", room.speaker());
        node.putObject("door")
                .put("closed", room.door().closed())
                .put("enterMuted", room.door().enterMuted())
                .put("sentOut", room.door().sentOut());
        node.set("broadcast", broadcast(room.broadcast()));
        ArrayNode participants = node.putArray("participants");
        room.participants().forEach(one -> participants.add(participant(one)));
        return node;
    }

    private static ObjectNode broadcast(BroadcastState broadcast) {
        BroadcastWarning warning = broadcast.warning();
        ObjectNode node = JSON.objectNode();
        node.set("warning", warning == null ? JSON.nullNode() : warning(warning));
        return node.put("state", broadcast.state().wireName())
                .put("session", broadcast.session())
                .put("title", broadcast.title())
                .put("since", broadcast.since())
                .put("page", broadcast.page())
                .put("picture", broadcast.picture())
                .put("detail", broadcast.detail());
    }

    private static ObjectNode warning(BroadcastWarning warning) {
        return JSON.objectNode()
                .put("code", warning.code().wireName())
                .put("participant", warning.participant());
    }

    private static ObjectNode participant(ParticipantState one) {
        var codec = one.video().codec();
        ObjectNode node =
                JSON.objectNode()
                        .put("id", one.id())
                        .put("name", one.name())
                        .put("role", one.role().wireName())
                        .put("connected", one.connected())
                        .put("encoder", one.encoder());
        node.putObject("audio")
                .put("present", one.audio().present())
                .put("mutedBySelf", one.audio().mutedBySelf())
                .put("mutedByHost", one.audio().mutedByHost());
        node.putObject("video")
                .put("source", one.video().source().wireName())
                .put("mutedBySelf", one.video().mutedBySelf())
                .put("mutedByHost", one.video().mutedByHost())
                .put("codec", codec == null ? null : codec.wireName())
                .put("sending", one.video().sending())
                .set("trouble", trouble(one.video().trouble()));
        return node;
    }

    private static @Nullable ObjectNode trouble(@Nullable VideoTrouble trouble) {
        return trouble == null
                ? null
                : JSON.objectNode()
                        .put("kind", trouble.kind().wireName())
                        .put("seconds", trouble.seconds());
    }
}
