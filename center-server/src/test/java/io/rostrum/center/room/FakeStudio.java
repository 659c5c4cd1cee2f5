package io.rostrum.center.room;

import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that remembers what was taken; tests say how it goes. */
final class FakeStudio implements Studio {
    final List<@Nullable String> names = new ArrayList<>();
    final List<@Nullable String> taken = new ArrayList<>();
    final List<String> cards = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    Future<Void> noted = Future.succeededFuture();
    int started;
    int stopped;

    /** Whether a program fails when it is stopped. */
    boolean failing;

    final List<Boolean> locks = new ArrayList<>();
    @Nullable Listener listener;
    @Nullable String resumed;
    @Nullable String title;

    @Override
    public OnAir start(String newTitle, String host, Listener newListener) {
        started++;
        title = newTitle;
        listener = newListener;
        return new OnAir() {
            @Override
            public void take(@Nullable String participant, @Nullable String name) {
                taken.add(participant);
                names.add(name);
            }

            @Override
            public void card(String text) {
                cards.add(text);
            }

            @Override
            public void locked(boolean locked) {
                locks.add(locked);
            }

            @Override
            public void stop() {
                stopped++;
                if (failing) {
                    throw new IllegalStateException("a program that fails");
                }
            }

            @Override
            public Future<Void> noted() {
                return noted;
            }
        };
    }

    @Override
    public OnAir resume(Left left, Listener newListener) {
        resumed = left.session();
        return start(left.title(), left.host(), newListener);
    }

    @Override
    public Future<Void> end(Left left) {
        ended.add(left.session());
        return noted;
    }

    void becomes(BroadcastPhase phase) {
        if (listener == null) {
            throw new IllegalStateException("never started");
        }
        listener.onBroadcast(
                phase == BroadcastPhase.OFF
                        ? BroadcastState.off()
                        : new BroadcastState(
                                phase,
                                "s1",
                                title,
                                "2026-11-20T10:00:00Z",
                                "page",
                                null,
                                null,
                                null,
                                null));
    }
}
