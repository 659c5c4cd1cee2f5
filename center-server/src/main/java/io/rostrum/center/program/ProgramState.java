package io.rostrum.center.program;

import io.rostrum.protocol.feed.FeedFailure;
import org.jspecify.annotations.Nullable;

/**
 * How the program goes.
 *
 * @param detail what is wrong, in words for the host; null when all is well
 * @param failure why the program ended against the host's will; only with {@link Phase#OFF}
 */
public record ProgramState(Phase phase, @Nullable String detail, @Nullable Failure failure) {
    /** From pressed to off. */
    public enum Phase {
        /** The first segment is not acknowledged. */
        STARTING,
        ON,
        /** The streaming server cannot be reached: the program is kept and sent again. */
        INTERRUPTED,
        /** The rest is being delivered. */
        STOPPING,
        OFF
    }

    /** What no repetition mends. */
    public enum Failure {
        BAD_KEY,
        CHANNEL_ON_AIR,
        /** The streaming server closed the session, or speaks another protocol. */
        REFUSED,
        /** It asks for what it had acknowledged and we no longer have. */
        OUT_OF_STEP,
        /** Neither memory nor disk holds more of what waits to be sent. */
        NO_ROOM,
        /** The rest could not be delivered in time. */
        TAIL_LOST,
        /** An encoder failed. */
        BROKEN;

        static Failure of(FeedFailure failure) {
            return switch (failure) {
                case BAD_KEY -> BAD_KEY;
                case CHANNEL_ON_AIR -> CHANNEL_ON_AIR;
                case REFUSED -> REFUSED;
                case OUT_OF_STEP -> OUT_OF_STEP;
                case NO_ROOM -> NO_ROOM;
                case TAIL_LOST -> TAIL_LOST;
            };
        }
    }

    static ProgramState of(Phase phase) {
        return new ProgramState(phase, null, null);
    }

    static ProgramState of(Phase phase, String detail) {
        return new ProgramState(phase, detail, null);
    }

    static ProgramState off(Failure failure, String detail) {
        return new ProgramState(Phase.OFF, detail, failure);
    }
}
