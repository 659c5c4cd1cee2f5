package io.rostrum.center.room;

import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.VideoCodec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sound and picture that only remember what they were told; tests say what happens to them. */
final class FakeMedia implements RoomMedia {
    static final String GARBAGE = "garbage";
    static final String VP8_ONLY = "vp8 only";
    static final String LISTENER = "no camera, no microphone";

    final Map<String, Line> lines = new HashMap<>();

    /** Of whom stills were wanted, in this order. */
    final List<String> stillsInTurn = new ArrayList<>();

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
        Line line = new Line(offer, () -> stillsInTurn.add(participant));
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
        private final Runnable onStill;
        @Nullable String watched;
        boolean heard;
        int decibels;
        long heardAt;
        boolean closed;
        boolean proven;

        /** What it answers to who wants a still. */
        Still still = Still.COMING;

        /** From when on key frames were good enough, each time that a still was wanted. */
        final List<Long> stillsSince = new ArrayList<>();

        int keyFramesAsked;
        private final List<Consumer<byte @Nullable []>> stills = new ArrayList<>();

        /** Whether it fails when it is told what to forward. */
        boolean failing;

        Line(String offer, Runnable onStill) {
            this.offer = offer;
            this.onStill = onStill;
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
        public Still still(long sinceNanos, Consumer<byte @Nullable []> made) {
            stillsSince.add(sinceNanos);
            onStill.run();
            if (still == Still.COMING) {
                stills.add(made);
            }
            return still;
        }

        /** The oldest still that was wanted is made. */
        void develop(byte @Nullable [] jpeg) {
            stills.removeFirst().accept(jpeg);
        }

        @Override
        public void requestKeyFrame() {
            keyFramesAsked++;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
