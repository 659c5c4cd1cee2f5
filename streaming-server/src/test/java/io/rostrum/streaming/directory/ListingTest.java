package io.rostrum.streaming.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.Session;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of the list of recordings may ask for. */
class ListingTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir Path folder;
    private DataDirectory data;
    private final List<Recording> all = new ArrayList<>();

    @BeforeEach
    void keep() throws IOException {
        data = DataDirectory.open(folder);
        add("a", "r1", "Harbour council", "Ana Gómez", 300);
        add("b", "r2", "晨间新闻", "王小明", 100);
        add("c", "r1", "Harbour concert", "Ana Gómez", 300);
        add("d", "r1", "Chess", "Tobias", 900);
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    /** Each one began an hour after the one before. */
    private void add(String id, String channel, String title, String host, long seconds) {
        Instant at = START.plusSeconds(3600L * all.size());
        Session session =
                new Session(
                        new Id(id), new Id(channel), title, host, at, at, null, Visibility.PUBLIC);
        all.add(new Recording(session, data.folder(new Id(id)), seconds * 90_000, 1, null));
    }

    private String listed(String... query) {
        MultiMap asked = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < query.length; i += 2) {
            asked.add(query[i], query[i + 1]);
        }
        StringBuilder ids = new StringBuilder();
        Listing.of(asked).of(all).forEach(one -> ids.append(one.session().id().text()));
        return ids.toString();
    }

    @Test
    void theNewestComeFirstUnlessTheLongestAreAskedFor() {
        assertThat(listed()).isEqualTo("dcba");
        assertThat(listed("sort", "newest")).isEqualTo("dcba");
        assertThat(listed("sort", "longest")).isEqualTo("dcab");
    }

    @Test
    void oneRoomsAreListedAlone() {
        assertThat(listed("channel", "r1")).isEqualTo("dca");
        assertThat(listed("channel", "r9")).isEmpty();
    }

    @Test
    void everyWordIsFoundInTitleOrHostAccentsAndCaseAside() {
        assertThat(listed("q", "gomez HARB")).isEqualTo("ca");
        assertThat(listed("q", "新闻")).isEqualTo("b");
        assertThat(listed("q", "  ")).isEqualTo("dcba");
        assertThat(listed("q", "harbour chess")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"newest", "longest"})
    void pagesTogetherAreTheWholeListWithoutGapOrRepeat(String sort) {
        StringBuilder pages = new StringBuilder(listed("sort", sort, "limit", "1"));
        for (int i = 0; i < 3; i++) {
            String last = pages.substring(pages.length() - 1);
            pages.append(listed("sort", sort, "limit", "1", "before", last));
        }
        assertThat(pages).hasToString(listed("sort", sort));
        assertThat(listed("sort", sort, "before", pages.substring(3))).isEmpty();
    }

    @Test
    void aPageGoesOnAfterAnIdThatItsFilterWouldNotShow() {
        assertThat(listed("channel", "r1", "before", "b")).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0, bad-request",
        "limit, 201, bad-request",
        "limit, many, bad-request",
        "limit, 99999999999, bad-request",
        "sort, watched, bad-request",
        "channel, a/b, bad-id",
        "before, '', bad-id",
        "before, gone, unknown-recording",
    })
    void whatCannotBeIsRefused(String name, String value, String code) {
        assertThatThrownBy(() -> listed(name, value))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }

    @Test
    void aQuestionHasABound() {
        assertThatThrownBy(() -> listed("q", "x".repeat(201))).isInstanceOf(Refusal.class);
    }

    @Test
    void theListIsBoundedForWhoAsksForNothing() {
        for (int i = 0; i < 300; i++) {
            add("more" + i, "r3", "More", "Mira", 1);
        }
        assertThat(Listing.of(MultiMap.caseInsensitiveMultiMap()).of(all)).hasSize(100);
    }
}
