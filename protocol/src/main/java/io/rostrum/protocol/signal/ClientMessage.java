package io.rostrum.protocol.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client says. */
public sealed interface ClientMessage {
    /** Comes back in the answer. */
    @Nullable String ref();

    /** What somebody says who is in. */
    sealed interface Request extends ClientMessage {}

    /**
     * First message, also after a break.
     *
     * @param device what this device calls itself, so that it is known again without a seat
     */
    record Join(
            @Nullable String ref,
            String name,
            String offer,
            @Nullable String hostKey,
            @Nullable String seat,
            @Nullable String device)
            implements ClientMessage {
        /** Without the secrets, for logs. */
        @Override
        public String toString() {
            return "Join[name=" + name + "]";
        }
    }

    /** Sees this picture from now on. */
    record Choose(@Nullable String ref, Selection selection) implements Request {}

    /** Takes the choice from everybody, or gives it back. */
    record Lock(@Nullable String ref, boolean on, @Nullable Selection selection)
            implements Request {}

    /** The picture of everybody while locked. */
    record Assign(@Nullable String ref, Selection selection) implements Request {}

    record Mute(@Nullable String ref, String participant, Line line, boolean on)
            implements Request {}

    /**
     * How loud everybody hears somebody, beside how he comes.
     *
     * @param decibels from {@link AudioState#LEAST_GAIN} to {@link AudioState#MOST_GAIN}
     */
    record Gain(@Nullable String ref, String participant, int decibels) implements Request {}

    /**
     * Raises one's own hand, or lowers a raised one.
     *
     * @param participant whose; null: one's own
     */
    record Hand(@Nullable String ref, boolean up, @Nullable String participant)
            implements Request {}

    /** What the video line up carries from now on. */
    record Source(@Nullable String ref, VideoSource source) implements Request {}

    /** Whether the audio line carries a microphone. */
    record Microphone(@Nullable String ref, boolean present) implements Request {}

    /** Whether stills of one's own picture may be shown. */
    record Still(@Nullable String ref, boolean on) implements Request {}

    /**
     * Wants stills of them from now on, and of nobody else.
     *
     * @param of ids of participants, at most {@link #MOST}
     */
    record Stills(@Nullable String ref, List<String> of) implements Request {
        public static final int MOST = 32;

        public Stills {
            of = List.copyOf(of);
        }
    }

    /** Starts or stops the program. */
    record Broadcast(@Nullable String ref, boolean on, @Nullable String title) implements Request {}

    /** Sends somebody out. */
    record Remove(@Nullable String ref, String participant) implements Request {}

    /** How newcomers come in from now on; what is null stays as it is. */
    record Door(@Nullable String ref, @Nullable Boolean closed, @Nullable Boolean enterMuted)
            implements Request {}

    /** Lets somebody in who waits, or sends him away. */
    record Admit(@Nullable String ref, String participant, boolean on) implements Request {}

    /** Whoever was removed may come again. */
    record Forgive(@Nullable String ref) implements Request {}

    /** Lowers every hand. */
    record LowerHands(@Nullable String ref) implements Request {}

    /** Is called so from now on. */
    record Rename(@Nullable String ref, String name) implements Request {}

    /** How the chat is held from now on; what is null stays as it is. */
    record Chat(@Nullable String ref, @Nullable Boolean open, @Nullable Boolean kept)
            implements Request {}

    /** Misses a change: wants the whole room once more. */
    record Refresh(@Nullable String ref) implements Request {}

    /** What is said and shown among people, and changes nothing of the room. */
    sealed interface Talk extends Request {}

    /** Writes to everybody. */
    record Write(@Nullable String ref, String text) implements Talk {}

    /** Takes one message back from everybody; null: all that was written so far. */
    record Erase(@Nullable String ref, @Nullable Long message) implements Talk {}

    /** Wants what was written after that message. */
    record Recall(@Nullable String ref, long after) implements Talk {}

    /** Shows everybody a sign for a moment. */
    record React(@Nullable String ref, Reaction reaction) implements Talk {}

    /** Gives the seat back. */
    record Leave(@Nullable String ref) implements Request {}
}
