package io.rostrum.streaming.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.WholeFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Announcements on disk, through restarts. */
class AnnouncementsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Id ROOM = new Id("r1");

    @TempDir Path folder;
    private Announcements announcements;

    @BeforeEach
    void open() throws IOException {
        announcements = opened();
    }

    private Announcements opened() throws IOException {
        Announcements opened = new Announcements(folder, WholeFile::write);
        opened.load();
        return opened;
    }

    private static Draft draft(String title, int hours) {
        return new Draft(
                title, "Ana", "About it", NOW.plus(Duration.ofHours(hours)), Duration.ofHours(1));
    }

    @Test
    void theNextComesFirstAndSurvivesARestart() throws IOException {
        Announcement late = announcements.add(ROOM, draft("Late", 5), NOW);
        Announcement soon = announcements.add(ROOM, draft("Soon", 1), NOW);
        assertThat(announcements.coming(NOW)).containsExactly(soon, late);
        assertThat(opened().coming(NOW)).containsExactly(soon, late);
        assertThat(opened().coming(soon.endsAt())).containsExactly(late);
    }

    @Test
    void aChangeCountsAndSurvivesARestart() throws IOException {
        Id id = announcements.add(ROOM, draft("Soon", 1), NOW).id();
        announcements.change(id, ROOM, new JsonObject().put("title", "Sooner"), NOW);
        assertThat(opened().one(id))
                .get()
                .extracting(Announcement::title, Announcement::changes)
                .containsExactly("Sooner", 1);
    }

    @Test
    void aPictureComesAndGoesAndAnotherVersionHasAnotherName() throws IOException {
        Id id = announcements.add(ROOM, draft("Soon", 1), NOW).id();
        String first = announcements.picture(id, ROOM, new byte[] {1}, NOW).picture();
        Instant later = NOW.plusSeconds(1);
        String second = announcements.picture(id, ROOM, new byte[] {2}, later).picture();
        assertThat(second).isNotEqualTo(first);
        assertThat(opened().picture(id)).contains(new byte[] {2});
        announcements.picture(id, ROOM, null, later);
        assertThat(opened().picture(id)).isEmpty();
    }

    @Test
    void anotherChannelsHostFindsNothingToChangeOrDelete() throws IOException {
        Id id = announcements.add(ROOM, draft("Soon", 1), NOW).id();
        Id other = new Id("r2");
        assertThatThrownBy(() -> announcements.delete(id, other)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> announcements.change(id, other, new JsonObject(), NOW))
                .isInstanceOf(Refusal.class);
        assertThat(announcements.one(id)).isPresent();
    }

    @Test
    void nothingIsLeftOfWhatIsDeletedOrLongOver() throws IOException {
        Id gone = announcements.add(ROOM, draft("Soon", 1), NOW).id();
        Id over = announcements.add(ROOM, draft("Over", 2), NOW).id();
        announcements.picture(gone, ROOM, new byte[] {1}, NOW);
        announcements.picture(over, ROOM, new byte[] {1}, NOW);
        announcements.delete(gone, ROOM);
        announcements.sweep(NOW.plus(Duration.ofDays(3)));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aChannelHasAtMostAHundred() throws IOException {
        for (int i = 0; i < 100; i++) {
            announcements.add(ROOM, draft("One of many", i), NOW);
        }
        assertThatThrownBy(() -> announcements.add(ROOM, draft("One more", 1), NOW))
                .isInstanceOf(Refusal.class);
        announcements.add(new Id("r2"), draft("Another's", 1), NOW);
    }

    @Test
    void aFileThatCannotBeReadIsLeftAlone() throws IOException {
        Announcement one = announcements.add(ROOM, draft("Soon", 1), NOW);
        Files.writeString(folder.resolve("broken.json"), "{\"id\":");
        Files.writeString(folder.resolve(one.id() + ".json.new"), "half");
        assertThat(opened().coming(NOW)).containsExactly(one);
    }
}
