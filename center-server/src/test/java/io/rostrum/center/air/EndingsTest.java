package io.rostrum.center.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {
    private final List<String> ended = new ArrayList<>();
    private boolean away = true;
    private boolean broken;

    /** Forgets at once. */
    private static final class Paper implements Ledger {
        @Override
        public Future<Void> keep(Mark mark) {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> forget(Mark mark) {
            return Future.succeededFuture();
        }
    }

    private Future<Void> door(Mark mark) {
        String session = mark.program().session();
        if (broken && !session.equals("well")) {
            throw new IllegalStateException("broken door");
        }
        if (away) {
            return Future.failedFuture("away");
        }
        ended.add(session);
        return Future.succeededFuture();
    }

    private static Mark mark(String session) {
        Studio.Left left = new Studio.Left(session, "", "", Instant.EPOCH, false);
        return new Mark(new Id("room"), left, true, Instant.EPOCH);
    }

    @Test
    void oneThatFailsKeepsNoOtherFromBeingEndedAndIsEndedOnceItCanBe() {
        Endings endings = new Endings(this::door, new Paper());
        for (String session : List.of("ill", "well", "bad")) {
            endings.add(mark(session));
        }
        away = false;
        broken = true;
        endings.tick();
        assertThat(ended).containsExactly("well");
        broken = false;
        endings.tick();
        assertThat(ended).containsExactlyInAnyOrder("well", "ill", "bad");
        assertThat(endings.size()).isZero();
    }

    @Test
    void oneThatFailsWhenItIsAddedIsEndedWithTheNextTick() {
        Endings endings = new Endings(this::door, new Paper());
        away = false;
        broken = true;
        endings.add(mark("ill"));
        broken = false;
        endings.tick();
        assertThat(ended).containsExactly("ill");
    }
}
