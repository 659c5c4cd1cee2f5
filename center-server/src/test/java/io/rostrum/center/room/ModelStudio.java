package io.rostrum.center.room;

import io.rostrum.center.program.ModelProgram;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.testing.FakeClock;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The studio of one center; its programs are real but for their coding. */
final class ModelStudio implements Studio {
    private final FakeClock clock;
    @Nullable ModelProgram on;
    Studio.@Nullable Left left;

    ModelStudio(FakeClock clock) {
        this.clock = clock;
    }

    @Override
    public OnAir start(String title, String host, Listener listener) {
        left = new Left("s1", title, host, Instant.EPOCH, false);
        ModelProgram program = new ModelProgram(listener::onPicture, clock.nanos());
        on = program;
        listener.onBroadcast(state(BroadcastPhase.ON, title));
        return new OnAir() {
            @Override
            public void take(@Nullable String participant, @Nullable String name) {
                program.take(participant, clock.nanos());
            }

            @Override
            public void card(String text) {
                program.card(text, clock.nanos());
            }

            @Override
            public void locked(boolean locked) {
                left = left == null ? null : left.locked(locked);
            }

            @Override
            public void stop() {
                on = null;
                left = null;
                listener.onBroadcast(BroadcastState.off());
            }

            @Override
            public Future<Void> noted() {
                return Future.succeededFuture();
            }
        };
    }

    private static BroadcastState state(BroadcastPhase phase, String title) {
        return new BroadcastState(phase, "s1", title, null, null, null, null, null, null);
    }

    @Override
    public OnAir resume(Left before, Listener listener) {
        OnAir again = start(before.title(), before.host(), listener);
        left = before;
        return again;
    }

    @Override
    public Future<Void> end(Left before) {
        return Future.succeededFuture();
    }
}
