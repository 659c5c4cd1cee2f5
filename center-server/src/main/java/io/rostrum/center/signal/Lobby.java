package io.rostrum.center.signal;

import io.rostrum.gate.Network;
import io.rostrum.gate.Places;
import io.rostrum.gate.Waiting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The places for sockets: so many of each address, and few of all that have joined nothing yet. Any
 * thread.
 *
 * <p>Where all places of the latter are taken the oldest socket of the greediest address gives way,
 * so that no number of addresses keeps anybody out with sockets alone.
 */
public final class Lobby {
    private final Places held;
    private final Waiting unjoined;

    /**
     * @param each most sockets of one address
     * @param all most sockets
     * @param unjoined most sockets that have joined nothing
     */
    public Lobby(int each, int all, int unjoined) {
        this.held = new Places(each, all);
        this.unjoined = new Waiting(each, unjoined);
    }

    /** A place for a socket; null where there is none. */
    @Nullable Ticket enter(Network who) {
        CompletableFuture<Void> away = new CompletableFuture<>();
        Waiting.Place place = unjoined.take(who, () -> away.complete(null));
        if (place == null) {
            return null;
        }
        if (!held.take(who)) {
            var _ = place.leave();
            return null;
        }
        return new Ticket(who, place, away);
    }

    /** Of one socket, until it is gone. Any thread. */
    final class Ticket {
        private final Network who;
        private final Waiting.Place place;
        private final CompletableFuture<Void> away;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Ticket(Network who, Waiting.Place place, CompletableFuture<Void> away) {
            this.who = who;
            this.place = place;
            this.away = away;
        }

        Network who() {
            return who;
        }

        /**
         * Does that when he has to give way: at once where he had to already, else on the thread of
         * who takes his place.
         */
        void away(Runnable task) {
            var _ = away.thenRun(task);
        }

        /** He is in a room: his place there is for somebody else. */
        void joined() {
            var _ = place.leave();
        }

        /** The socket is gone. */
        void close() {
            if (closed.compareAndSet(false, true)) {
                var _ = place.leave();
                held.giveBack(who);
            }
        }
    }
}
