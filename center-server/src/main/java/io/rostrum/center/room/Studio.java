package io.rostrum.center.room;

import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ProblemCode;
import org.jspecify.annotations.Nullable;

/** What turns a room into a program. */
public interface Studio {
    /**
     * Goes on air.
     *
     * @throws Refusal with {@code BROADCAST_FAILED}
     */
    OnAir start(String title, String host, Listener listener);

    /** A room without a streaming server. */
    static Studio none() {
        return (title, host, listener) -> {
            throw new Refusal(
                    ProblemCode.BROADCAST_FAILED,
                    "This server knows no streaming server. Tell its operator.");
        };
    }

    /** A running program. */
    interface OnAir {
        /** Cuts to that participant's picture at its next key frame; null: stand by. */
        void take(@Nullable String participant, @Nullable String name);

        void stop();
    }

    /** How the program goes, told on the room's thread. */
    interface Listener {
        void onBroadcast(BroadcastState state);

        /** The picture on air was cut to that participant; null: stand-by. */
        void onPicture(@Nullable String participant);
    }
}
