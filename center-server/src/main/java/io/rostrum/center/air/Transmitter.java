package io.rostrum.center.air;

import io.rostrum.center.program.ProgramListener;
import io.rostrum.center.room.Studio;
import org.jspecify.annotations.Nullable;

/** Brings what one room sees and hears to the streaming server. Confined to the room's thread. */
interface Transmitter {
    Transmission start(Studio.Left program, ProgramListener listener);

    /** Goes on in the session of a server before us. */
    Transmission resume(Studio.Left program, ProgramListener listener);

    /** A program under way; the listener is told when it is off. */
    interface Transmission {
        /** Cuts to that participant's picture; null: a card. */
        void take(@Nullable String participant, @Nullable String name);

        /** What the card says where no picture is. */
        void card(String text);

        void stop();
    }
}
