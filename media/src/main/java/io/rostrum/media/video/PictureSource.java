package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.SequenceUnwrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One encoding of one participant's picture, and those who take it.
 *
 * <p>Every packet is numbered, looked into and kept once here, for all who take it.
 */
public final class PictureSource {
    /** How the source is asked for a key frame; repeats and throttles by itself. */
    public interface KeyFrames {
        /** Somebody wants one; asked again until it came. */
        void request();

        /** One has begun to arrive. */
        void onArrived();

        /**
         * Its pictures come in another order than they are shown; nobody has seen the packet that
         * says so.
         *
         * @return whether somebody else takes its packets from that one on; if not, it is refused,
         *     and the same is asked with the next one
         */
        default boolean onReordered() {
            return false;
        }
    }

    /** Who takes the packets. */
    public interface Viewer {
        /**
         * A packet that comes for the first time; it stays with its owner.
         *
         * @param number its sequence number without wrap
         */
        void onPacket(PictureSource source, Buffer packet, long number, int content, long nowNanos);

        /** A number that carries nothing, and will never be anything to wait for. */
        void onSkipped(PictureSource source, long number, long nowNanos);

        /** Numbers and timestamps begin anew, and nothing of before continues. */
        void onRestart(PictureSource source, long nowNanos);

        /**
         * He failed to take what he was shown, and is shown nothing any more. Called amid the
         * others' turns: notes it for who owns him, and does not fail.
         */
        void onFailed(PictureSource source, RuntimeException why);
    }

    private static final Viewer[] NOBODY = {};

    private final String name;
    private final VideoCodec codec;
    private final KeyFrames keyFrames;
    private final SequenceUnwrapper numbers = new SequenceUnwrapper();
    private final PictureGroup group;
    private final PictureOrder order = new PictureOrder();
    private final boolean inAnyOrder;
    private Viewer[] viewers = NOBODY;
    private byte @Nullable [] sequenceSet;
    private byte @Nullable [] pictureSet;
    private long malformed;
    private long refused;
    private long restarts;

    /**
     * A source.
     *
     * @param name whose picture it is
     */
    public PictureSource(String name, VideoCodec codec, KeyFrames keyFrames) {
        this(name, codec, keyFrames, PictureGroup.Limits.PICTURE);
    }

    /** A source that keeps so much of what it sent. */
    public PictureSource(
            String name, VideoCodec codec, KeyFrames keyFrames, PictureGroup.Limits limits) {
        this(name, codec, keyFrames, limits, false);
    }

    private PictureSource(
            String name,
            VideoCodec codec,
            KeyFrames keyFrames,
            PictureGroup.Limits limits,
            boolean inAnyOrder) {
        this.inAnyOrder = inAnyOrder;
        this.name = name;
        this.codec = codec;
        this.keyFrames = keyFrames;
        group = new PictureGroup(this, limits);
    }

    /** A source whose pictures may come in another order than they are shown; it keeps nothing. */
    public static PictureSource inAnyOrder(String name, VideoCodec codec, KeyFrames keyFrames) {
        return new PictureSource(name, codec, keyFrames, PictureGroup.Limits.LEAST, true);
    }

    public String name() {
        return name;
    }

    public VideoCodec codec() {
        return codec;
    }

    public void attach(Viewer viewer) {
        if (!Arrays.asList(viewers).contains(viewer)) {
            viewers = Arrays.copyOf(viewers, viewers.length + 1);
            viewers[viewers.length - 1] = viewer;
        }
    }

    public void detach(Viewer viewer) {
        List<Viewer> left = new ArrayList<>(Arrays.asList(viewers));
        left.remove(viewer);
        viewers = left.toArray(NOBODY);
    }

    /** Whether anybody takes it. */
    public boolean isWatched() {
        return viewers.length > 0;
    }

    /** Asks for a key frame, unless nobody would be shown it. */
    public void requestKeyFrame() {
        if (inAnyOrder || !order.isReordered()) {
            keyFrames.request();
        }
    }

    /**
     * What comes from now on has nothing to do with what came before, however near its numbers are:
     * another SSRC, or the same with a new clock.
     */
    public void restart(long nowNanos) {
        if (numbers.highest() < 0) {
            return;
        }
        restarts++;
        numbers.reset();
        group.clear();
        order.clear();
        sequenceSet = null;
        pictureSet = null;
        tellRestart(nowNanos);
    }

    private void tellRestart(long nowNanos) {
        for (Viewer viewer : viewers) {
            try {
                viewer.onRestart(this, nowNanos);
            } catch (RuntimeException e) {
                fail(viewer, e);
            }
        }
    }

    /** One viewer's failure is his own. */
    private void fail(Viewer viewer, RuntimeException why) {
        detach(viewer);
        viewer.onFailed(this, why);
    }

    /**
     * Shows everybody a valid media packet that comes for the first time; it stays with its owner.
     */
    public void onPacket(Buffer packet, long nowNanos) {
        int content = Content.of(codec, packet);
        if (Content.has(content, Content.MALFORMED)) {
            malformed++;
            onSkipped(Rtp.sequence(packet), nowNanos);
            return;
        }
        long number = number(Rtp.sequence(packet), nowNanos);
        if (Content.has(content, Content.SEQUENCE_SET | Content.PICTURE_SET)) {
            keepSets(packet);
        }
        if (Content.has(content, Content.KEY_START)) {
            keyFrames.onArrived();
        }
        if (isRefused(number, packet, content, nowNanos)) {
            return;
        }
        group.add(packet, number, content, nowNanos);
        for (Viewer viewer : viewers) {
            try {
                viewer.onPacket(this, packet, number, content, nowNanos);
            } catch (RuntimeException e) {
                fail(viewer, e);
            }
        }
    }

    /**
     * Pictures that come in another order than they are shown would be shown in the wrong one: by
     * browsers, which take them as they come, and by the program, whose times only rise.
     */
    private boolean isRefused(long number, Buffer packet, int content, long nowNanos) {
        if (inAnyOrder) {
            return false;
        }
        boolean before = order.isReordered();
        order.add(number, Rtp.timestamp(packet), content);
        if (!order.isReordered()) {
            return false;
        }
        if (keyFrames.onReordered()) {
            return true;
        }
        if (!before) {
            beginNothing(nowNanos);
        }
        refused++;
        return true;
    }

    private void beginNothing(long nowNanos) {
        group.clear();
        tellRestart(nowNanos);
    }

    /** A sequence number carried padding only. */
    public void onSkipped(int sequence, long nowNanos) {
        long number = number(sequence, nowNanos);
        group.skip(number, nowNanos);
        for (Viewer viewer : viewers) {
            try {
                viewer.onSkipped(this, number, nowNanos);
            } catch (RuntimeException e) {
                fail(viewer, e);
            }
        }
    }

    private long number(int sequence, long nowNanos) {
        long number = numbers.peek(sequence);
        boolean any = numbers.highest() >= 0;
        if (any && Math.abs(number - numbers.highest()) > SequenceMap.LONGEST_GAP) {
            restart(nowNanos);
        }
        return numbers.unwrap(sequence);
    }

    private void keepSets(Buffer packet) {
        byte[] payload = packet.bytes(Rtp.headerLength(packet), Rtp.payloadLength(packet));
        for (byte[] unit : H264.units(List.of(payload))) {
            if (H264.type(unit) == H264.SEQUENCE_SET) {
                sequenceSet = unit;
            } else if (H264.type(unit) == H264.PICTURE_SET) {
                pictureSet = unit;
            }
        }
    }

    /** Takes the parameter sets of the same source seen elsewhere: it may never repeat them. */
    public void learnParameterSets(PictureSource from) {
        sequenceSet = from.sequenceSet;
        pictureSet = from.pictureSet;
    }

    /** The parameter sets that were seen last, empty before both were. */
    public List<byte[]> parameterSets() {
        return sequenceSet == null || pictureSet == null
                ? List.of()
                : List.of(sequenceSet, pictureSet);
    }

    /** What is kept since its latest key frame. */
    public PictureGroup group() {
        return group;
    }

    /** Whether its pictures are to be shown in another order than they come (B-frames): refused. */
    public boolean isReordered() {
        return order.isReordered();
    }

    /** Packets that could not be read and went to nobody. */
    public long malformed() {
        return malformed;
    }

    /** Packets that went to nobody since the order of pictures is another one. */
    public long refused() {
        return refused;
    }

    /** How often the source began anew. */
    public long restarts() {
        return restarts;
    }
}
