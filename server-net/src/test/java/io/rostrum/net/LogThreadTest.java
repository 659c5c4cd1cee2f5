package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LogThreadTest {
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch moves = new CountDownLatch(1);

    /** A disk that stands still. */
    private void slowly(String line) {
        begun.countDown();
        try {
            moves.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        written.add(line);
    }

    @Test
    void whoTellsNeverWaitsAndWhatIsTooMuchIsCountedAndTold() throws Exception {
        LogThread thread = LogThread.start();
        Consumer<String> log = thread.to(this::slowly);
        log.accept("first");
        begun.await();
        for (int i = 0; i < LogThread.MOST_WAITING + 5; i++) {
            log.accept("line " + i);
        }
        assertThat(thread.lost()).isEqualTo(5);
        assertThat(written).isEmpty();
        moves.countDown();
        thread.close();
        assertThat(written)
                .hasSize(LogThread.MOST_WAITING + 2)
                .startsWith("first", "lines of the log lost before this one: 5", "line 0");
    }

    @Test
    void aLogThatFailsLosesItsLineAndNoOther() throws Exception {
        LogThread thread = LogThread.start();
        thread.to(
                        line -> {
                            throw new IllegalStateException("no disk");
                        })
                .accept("lost");
        thread.to(written::add).accept("kept");
        thread.close();
        assertThat(written).last().isEqualTo("kept");
        assertThat(thread.lost()).isEqualTo(1);
    }

    @Test
    void whatComesAfterTheEndIsLost() throws Exception {
        LogThread thread = LogThread.start();
        thread.close();
        thread.to(written::add).accept("late");
        assertThat(thread.lost()).isEqualTo(1);
    }
}
