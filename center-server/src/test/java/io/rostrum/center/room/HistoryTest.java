package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    private void write(int count, int bytes) {
        for (int i = 0; i < count; i++) {
            history.add(new ChatLine(history.next(), "", "p1", "Ana", false, "text"), bytes);
        }
    }

    private List<Long> after(long number) {
        return history.after(number).stream().map(ChatLine::number).toList();
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() {
        write(History.MOST + 3, 1);
        assertThat(after(0)).hasSize(History.MOST).startsWith(4L).endsWith(History.MOST + 3L);
        assertThat(after(History.MOST + 1L)).containsExactly(502L, 503L);
    }

    @Test
    void theOldestGoesWhereTheyAreTooLong() {
        write(40, History.MOST_BYTES / 10);
        assertThat(after(0)).hasSize(10).endsWith(40L);
        history.erase(35);
        write(1, History.MOST_BYTES / 10);
        assertThat(after(0)).hasSize(10).startsWith(31L).doesNotContain(35L).endsWith(41L);
    }

    @Test
    void whatWasTakenBackIsToldToWhoMayHaveSeenIt() {
        write(5, 1);
        assertThat(history.erase(2)).isTrue();
        assertThat(history.erase(4)).isTrue();
        assertThat(history.erase(4)).isFalse();
        assertThat(history.erase(6)).isFalse();
        assertThat(after(0)).containsExactly(1L, 3L, 5L);
        assertThat(history.erasedUpTo(0)).isNull();
        assertThat(history.erasedUpTo(1)).isNull();
        assertThat(history.erasedUpTo(3)).isEqualTo(erased(null, 2L));
        assertThat(history.erasedUpTo(5)).isEqualTo(erased(null, 2L, 4L));
    }

    @Test
    void numbersGoOnAfterAllWasTakenBack() {
        write(5, 1);
        history.erase(2);
        history.clear();
        assertThat(after(0)).isEmpty();
        write(1, 1);
        assertThat(after(0)).containsExactly(6L);
        assertThat(history.erasedUpTo(5)).isEqualTo(erased(5L));
    }

    @Test
    void whatIsKnownAsTakenBackIsBoundedToo() {
        write(1, 0);
        for (int i = 0; i < 2 * History.MOST; i++) {
            write(1, 0);
            history.erase(history.last());
        }
        assertThat(history.erasedUpTo(Long.MAX_VALUE)).isNotNull();
        assertThat(history.erasedUpTo(Long.MAX_VALUE).messages()).hasSize(History.MOST);
        assertThat(after(0)).containsExactly(1L);
    }

    private static ServerMessage.Erased erased(Long through, Long... numbers) {
        return new ServerMessage.Erased(through, List.of(numbers));
    }
}
