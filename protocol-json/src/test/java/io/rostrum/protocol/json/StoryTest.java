package io.rostrum.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.RoomChange;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A room from its first moment on, told by differences: the committed lines are a whole room, then
 * in turn a change and the whole room after it. The pages are held to the same file.
 */
class StoryTest {
    private static final Path FILE =
            Path.of("src", "test", "resources", "io", "rostrum", "protocol", "json", "story.txt");

    private static final List<RoomState> STORY =
            List.of(
                    at(0, null, null, List.of()),
                    at(1, null, null, List.of(Golden.host())),
                    at(2, null, "p2", List.of(Golden.host(), Golden.encoder())),
                    at(3, null, "p2", List.of(Golden.host(), Golden.encoder(), Golden.away())),
                    at(
                            4,
                            Selection.speaker(),
                            null,
                            List.of(Golden.host(), muted(), Golden.away())),
                    at(5, Selection.none(), null, List.of(Golden.away(), Golden.host(), muted())),
                    Golden.onAir().revised(6),
                    at(7, null, "p4", List.of(Golden.away())),
                    at(8, null, "p4", List.of(Golden.encoder(), Golden.away(), Golden.host())),
                    at(9, null, null, List.of()));

    private static RoomState at(
            long revision,
            @Nullable Selection assigned,
            @Nullable String speaker,
            List<ParticipantState> people) {
        return new RoomState(
                "r1",
                "Town hall",
                revision,
                assigned != null,
                assigned,
                speaker,
                DoorState.OPEN,
                new ChatState(revision != 3, true),
                BroadcastState.off(),
                people);
    }

    private static ParticipantState muted() {
        ParticipantState one = Golden.encoder();
        return new ParticipantState(
                one.id(),
                "Harbour 2",
                one.role(),
                false,
                one.encoder(),
                one.audio(),
                Golden.away().video(),
                one.hand(),
                one.silenced());
    }

    @Test
    void theStoryIsWrittenAsItStands() throws IOException {
        List<String> lines = new ArrayList<>(List.of(whole(STORY.get(0))));
        for (int i = 1; i < STORY.size(); i++) {
            RoomChange change = RoomChange.between(STORY.get(i - 1), STORY.get(i));
            lines.add(ServerMessageWriter.write(new ServerMessage.Change(change)));
            lines.add(whole(STORY.get(i)));
        }
        assertThat(Files.readAllLines(FILE)).isEqualTo(lines);
    }

    @Test
    void whoReadsTheChangesKnowsTheRoom() throws Exception {
        List<String> lines = Files.readAllLines(FILE);
        RoomState known = room(lines.get(0));
        for (int i = 1; i < lines.size(); i += 2) {
            known = change(lines.get(i)).applied(known);
            assertThat(known).isEqualTo(room(lines.get(i + 1)));
        }
        assertThat(known).isEqualTo(STORY.get(STORY.size() - 1));
    }

    private static String whole(RoomState room) {
        return ServerMessageWriter.write(new ServerMessage.Room(room));
    }

    private static RoomState room(String line) throws BadMessage {
        return ((ServerMessage.Room) ServerMessageReader.read(line).orElseThrow()).room();
    }

    private static RoomChange change(String line) throws BadMessage {
        return ((ServerMessage.Change) ServerMessageReader.read(line).orElseThrow()).change();
    }
}
