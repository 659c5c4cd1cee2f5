package io.rostrum.center.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramListener;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunningTest {
    private final Stations.Disk disk = new Stations.Disk(() -> Instant.EPOCH);
    private final Stations.Writes writes = new Stations.Writes(disk);
    private final Stations.Streaming streaming = new Stations.Streaming();
    private final List<BroadcastState> told = new ArrayList<>();

    /** A machine on which a codec is missing. */
    private static final class Broken implements Transmitter {
        @Override
        public Transmission start(Studio.Left program, ProgramListener listener) {
            throw new UnsatisfiedLinkError("no codec");
        }

        @Override
        public Transmission resume(Studio.Left program, ProgramListener listener) {
            throw new IllegalStateException("no thread");
        }
    }

    private RoomStudio studio() {
        Endings endings = new Endings(streaming::door, writes);
        return new RoomStudio(
                new Id("room"),
                new RoomStudio.Desk(writes, endings, () -> Instant.EPOCH, () -> "s1", id -> "page"),
                new Broken());
    }

    private Studio.Listener host() {
        return new Studio.Listener() {
            @Override
            public void onBroadcast(BroadcastState state) {
                told.add(state);
            }

            @Override
            public void onPicture(@Nullable String participant, @Nullable String card) {}
        };
    }

    private void isOffForEver() {
        writes.writeAll();
        assertThat(told).extracting(BroadcastState::state).containsExactly(BroadcastPhase.OFF);
        assertThat(told.getFirst().detail()).contains("cannot begin");
        assertThat(disk.all()).isEmpty();
    }

    @Test
    void aProgramThatCannotBeginIsOffAndSaysSo() {
        studio().start("Town hall", "Ana", host());
        isOffForEver();
    }

    @Test
    void aProgramThatCannotGoOnIsEnded() {
        Studio.Left left = new Studio.Left("s1", "Town hall", "Ana", Instant.EPOCH, false);
        streaming.open("s1", Instant.EPOCH);
        studio().resume(left, host());
        isOffForEver();
        assertThat(streaming.listed()).isEmpty();
    }
}
