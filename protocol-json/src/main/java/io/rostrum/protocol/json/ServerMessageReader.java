package io.rostrum.protocol.json;

import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.ViewReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what the center says into a message; docs/protocol.md, server to client. */
public final class ServerMessageReader {
    private ServerMessageReader() {}

    /**
     * What that text says; empty where it is of a type that a later server has and we do not know.
     *
     * @throws BadMessage where it is no message at all
     */
    public static Optional<ServerMessage> read(String text) throws BadMessage {
        Fields in = Fields.of(text);
        return switch (in.text("type")) {
            case "joined" -> Optional.of(joined(in));
            case "waiting" -> Optional.of(new ServerMessage.Waiting());
            case "knocks" -> Optional.of(knocks(in));
            case "room" -> Optional.of(new ServerMessage.Room(RoomReader.read(in.inner("room"))));
            case "change" -> Optional.of(new ServerMessage.Change(ChangeJson.read(in)));
            case "view" -> Optional.of(view(in));
            case "levels" -> Optional.of(levels(in.inner("levels")));
            case "chat" -> Optional.of(TalkJson.chat(in));
            case "erased" -> Optional.of(TalkJson.erased(in));
            case "reactions" -> Optional.of(TalkJson.reactions(in));
            case "still" ->
                    Optional.of(new ServerMessage.Still(in.id("participant"), in.text("jpeg")));
            case "done" -> Optional.of(new ServerMessage.Done(in.text("ref")));
            case "refused" -> Optional.of(refused(in));
            case "closed" ->
                    Optional.of(new ServerMessage.Closed(in.oneOf("reason", CloseReason.values())));
            default -> Optional.empty();
        };
    }

    private static ServerMessage joined(Fields in) throws BadMessage {
        return new ServerMessage.Joined(
                in.id("you"),
                in.text("seat"),
                Set.copyOf(in.constants("rights", Right.values())),
                in.text("answer"),
                RoomReader.read(in.inner("room")));
    }

    private static ServerMessage knocks(Fields in) throws BadMessage {
        List<Knock> people = in.objects("people", one -> new Knock(one.id("id"), one.text("name")));
        return new ServerMessage.Knocks(people);
    }

    private static ServerMessage view(Fields in) throws BadMessage {
        return new ServerMessage.View(
                in.idIfAny("participant"),
                SelectionJson.read(in.inner("selection")),
                in.oneOfIfAny("reason", ViewReason.values()));
    }

    private static ServerMessage levels(Fields in) throws BadMessage {
        Map<String, Integer> levels = new HashMap<>();
        for (String name : in.names()) {
            levels.put(name, in.small(name));
        }
        return new ServerMessage.Levels(levels);
    }

    private static ServerMessage refused(Fields in) throws BadMessage {
        Fields problem = in.inner("problem");
        return new ServerMessage.Refused(
                in.ref(),
                new Problem(
                        problem.text("type"),
                        problem.text("title"),
                        problem.small("status"),
                        problem.text("detail"),
                        problem.has("retryAfter") ? problem.small("retryAfter") : null));
    }
}
