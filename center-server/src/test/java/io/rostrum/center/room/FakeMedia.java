package io.rostrum.center.room;

import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.VideoCodec;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sound and picture that only remember what they were told; tests say what happens to them. */
final class FakeMedia implements RoomMedia {
    static final String GARBAGE = "garbage";
    static final String VP8_ONLY = "vp8 only";
    static final String LISTENER = "no camera, no microphone";

    final Map<String, Line> lines = new HashMap<>();

    /** Whether the paths of those who come stand at once. */
    boolean proven = true;

    private @Nullable Listener listener;

    @Override
    public void attach(Listener newListener) {
        listener = newListener;
    }

    Listener listener() {
        if (listener == null) {
            throw new IllegalStateException("nobody listens");
        }
        return listener;
    }

    @Override
    public Line open(String participant, String offer, boolean encoder, long nowNanos) {
        if (offer.equals(GARBAGE)) {
            throw new Refusal(ProblemCode.BAD_OFFER, "no description");
        }
        Line line = new Line(offer);
        line.heardAt = nowNanos;
        line.proven = proven;
        lines.put(participant, line);
        return line;
    }

    Line of(FakeClient client) {
        return lines.get(client.you());
    }

    /** One participant's line. */
    static final class Line implements MemberMedia {
        private final String offer;
        @Nullable String watched;
        boolean heard;
        int decibels;
        long heardAt;
        boolean closed;
        boolean proven;

        /** Whether it fails when it is told what to forward. */
        boolean failing;

        Line(String offer) {
            this.offer = offer;
        }

        @Override
        public boolean proven() {
            return proven;
        }

        @Override
        public String answer() {
            return "answer to " + offer;
        }

        @Override
        public boolean offersAudio() {
            return !offer.equals(LISTENER);
        }

        @Override
        public boolean offersVideo() {
            return !offer.equals(LISTENER);
        }

        @Override
        public boolean decodes(VideoCodec codec) {
            Set<VideoCodec> decoded =
                    offer.equals(VP8_ONLY)
                            ? EnumSet.of(VideoCodec.VP8)
                            : EnumSet.allOf(VideoCodec.class);
            return decoded.contains(codec);
        }

        @Override
        public long heardAt() {
            return heardAt;
        }

        @Override
        public void watch(@Nullable String participant) {
            if (failing) {
                throw new IllegalStateException("a line that fails");
            }
            watched = participant;
        }

        @Override
        public void hear(boolean audible) {
            heard = audible;
        }

        @Override
        public void amplify(int newDecibels) {
            decibels = newDecibels;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
