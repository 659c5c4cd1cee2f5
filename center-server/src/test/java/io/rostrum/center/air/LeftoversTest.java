package io.rostrum.center.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.FakeClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Duration SEAT = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final FakeClock clock = new FakeClock();
    @TempDir Path folder;

    private static Mark mark(String room, String session, Duration age) {
        Studio.Left program = new Studio.Left(session, "Town hall", "Ana", NOW.minus(age), true);
        return new Mark(new Id(room), program, false, NOW.minusSeconds(5));
    }

    private static Mark seen(Mark mark, Duration ago) {
        return new Mark(mark.room(), mark.program(), mark.stopped(), NOW.minus(ago));
    }

    private static Leftovers of(Mark... marks) {
        return Leftovers.of(List.of(marks), NOW, SEAT);
    }

    @Test
    void whatNobodyStoppedMayGoOn() {
        Mark mark = mark("r1", "s1", Duration.ofMinutes(5));
        assertThat(of(mark).resumable()).containsExactly(mark);
        assertThat(of(mark).over()).isEmpty();
    }

    @Test
    void whatWasStoppedIsEnded() {
        Mark mark = mark("r1", "s1", Duration.ofMinutes(5)).stop();
        assertThat(of(mark).resumable()).isEmpty();
        assertThat(of(mark).over()).containsExactly(mark);
    }

    @Test
    void whoseServerWasAwayForLongerThanASeatIsKeptIsEnded() {
        Mark mark = mark("r1", "s1", Duration.ofMinutes(5));
        assertThat(of(seen(mark, SEAT)).resumable()).hasSize(1);
        assertThat(of(seen(mark, SEAT.plusSeconds(1))).over()).hasSize(1);
        assertThat(of(seen(mark, SEAT.plusSeconds(1))).resumable()).isEmpty();
    }

    @Test
    void ofOneRoomOnlyTheLatestGoesOn() {
        Mark old = mark("r1", "s1", Duration.ofMinutes(9));
        Mark late = mark("r1", "s2", Duration.ofMinutes(1));
        Mark other = mark("r2", "s3", Duration.ofMinutes(9));
        assertThat(of(old, late, other).resumable()).containsExactlyInAnyOrder(late, other);
        assertThat(of(late, old, other).over()).containsExactly(old);
        assertThat(of(old, late.stop()).resumable()).isEmpty();
        assertThat(of(old, late.stop()).over()).containsExactlyInAnyOrder(old, late.stop());
    }

    @Test
    void aMarkIsReadAsItWasWrittenAndSaysWhenItsServerWasAlive() throws Exception {
        OnAirMarks marks = new OnAirMarks(folder.resolve("on-air"), clock);
        Mark mark = mark("r1", "s1", Duration.ofMinutes(5));
        marks.put(mark);
        Files.write(folder.resolve("on-air").resolve("no mark of ours"), new byte[0]);
        Files.writeString(folder.resolve("on-air").resolve("r2.s2"), "{");
        clock.advance(Duration.ofSeconds(7));
        marks.touch(mark.fileName());
        assertThat(marks.all())
                .containsExactly(new Mark(mark.room(), mark.program(), false, clock.instant()));
        marks.put(mark.stop());
        assertThat(marks.all()).singleElement().matches(Mark::stopped);
        marks.remove(mark);
        marks.remove(mark);
        marks.touch(mark.fileName());
        assertThat(marks.all()).isEmpty();
    }
}
