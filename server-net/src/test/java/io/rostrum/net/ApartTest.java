package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApartTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private void work(String who) {
        if (who.equals("broken")) {
            throw new IllegalStateException(who);
        }
        done.add(who);
    }

    @Test
    void theFailureOfOneIsNotItsNeighbours() {
        Apart.each(List.of("a", "broken", "b"), this::work, (who, why) -> failed.add(who));
        assertThat(done).containsExactly("a", "b");
        assertThat(failed).containsExactly("broken");
    }

    @Test
    void norIsAFailureOfWhoHearsOfIt() {
        Apart.each(
                List.of("broken", "broken", "b"),
                this::work,
                (who, why) -> {
                    throw new IllegalArgumentException("deaf");
                });
        assertThat(done).containsExactly("b");
    }

    @Test
    void theyMayGoMeanwhile() {
        List<String> all = new ArrayList<>(List.of("a", "b"));
        Apart.each(all, all::remove, (who, why) -> failed.add(who));
        assertThat(all).isEmpty();
        assertThat(failed).isEmpty();
    }
}
