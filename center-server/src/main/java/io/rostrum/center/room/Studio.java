package io.rostrum.center.room;

import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What turns a room into a program. */
public interface Studio {
    /**
     * Goes on air.
     *
     * @throws Refusal with {@code BROADCAST_FAILED}
     */
    OnAir start(String title, String host, Listener listener);

    /** Goes on with a program that was on air when the server before us died. */
    OnAir resume(Left left, Listener listener);

    /** Ends such a program instead; complete when no server after us would go on with it. */
    Future<Void> end(Left left);

    /** A room without a streaming server. */
    static Studio none() {
        return new Studio() {
            @Override
            public OnAir start(String title, String host, Listener listener) {
                throw new Refusal(
                        ProblemCode.BROADCAST_FAILED,
                        "This server knows no streaming server. Tell its operator.");
            }

            @Override
            public OnAir resume(Left left, Listener listener) {
                return start(left.title(), left.host(), listener);
            }

            @Override
            public Future<Void> end(Left left) {
                return Future.succeededFuture();
            }
        };
    }

    /**
     * A program that nobody ended.
     *
     * @param host name of the host
     * @param since when it went on air
     * @param locked whether the host had locked the picture
     */
    record Left(String session, String title, String host, Instant since, boolean locked) {
        /** The same with the picture locked or not. */
        public Left locked(boolean now) {
            return new Left(session, title, host, since, now);
        }
    }

    /** A running program. */
    interface OnAir {
        /** Cuts to that participant's picture at its next key frame; null: to the card. */
        void take(@Nullable String participant, @Nullable String name);

        /** What the card says that is shown where there is no picture. */
        void card(String text);

        /** Notes whether the picture is locked, for a server that has to go on with the program. */
        void locked(boolean locked);

        void stop();

        /** Complete when a server after us would know of the latest start or stop. */
        Future<Void> noted();
    }

    /** How the program goes, told on the room's thread. */
    interface Listener {
        void onBroadcast(BroadcastState state);

        /**
         * The picture on air was cut to that participant; null: to a card.
         *
         * @param card what it says; null with nobody: the stand-by picture
         */
        void onPicture(@Nullable String participant, @Nullable String card);
    }
}
