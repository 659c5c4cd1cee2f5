package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.PacketStore;
import io.rostrum.media.time.SequenceUnwrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One encoding of one participant's picture, and those who take it.
 *
 * <p>Every packet is looked into once here, and kept once, for all who take it.
 */
public final class PictureSource {
    /** How the source is asked for a key frame; repeats and throttles by itself. */
    public interface KeyFrames {
        /** Somebody wants one; asked again until it came. */
        void request();

        /** One has begun to arrive. */
        void onArrived();
    }

    /** Who takes the packets. */
    public interface Viewer {
        /** A packet that comes for the first time; it stays with its owner. */
        void onPacket(PictureSource source, Buffer packet, int content, long nowNanos);

        /** A sequence number that carries nothing, and will never be anything to wait for. */
        void onSkipped(PictureSource source, int sequence, long nowNanos);
    }

    private static final Viewer[] NOBODY = {};

    private final String name;
    private final KeyFrames keyFrames;
    private final SequenceUnwrapper numbers = new SequenceUnwrapper();
    private final PacketStore.Limits limits;
    private PacketStore store;
    private VideoCodec codec;
    private Viewer[] viewers = NOBODY;
    private byte @Nullable [] sequenceSet;
    private byte @Nullable [] pictureSet;
    private long malformed;

    /**
     * A source.
     *
     * @param name whose picture it is
     */
    public PictureSource(String name, VideoCodec codec, KeyFrames keyFrames) {
        this(name, codec, keyFrames, PacketStore.Limits.PICTURE);
    }

    /** A source that keeps so much of what it sent. */
    public PictureSource(
            String name, VideoCodec codec, KeyFrames keyFrames, PacketStore.Limits limits) {
        this.name = name;
        this.codec = codec;
        this.keyFrames = keyFrames;
        this.limits = limits;
        store = new PacketStore(limits);
    }

    public String name() {
        return name;
    }

    public VideoCodec codec() {
        return codec;
    }

    /** The source changes its codec, as browsers do when an encoder fails. */
    public void codec(VideoCodec newCodec) {
        if (newCodec != codec) {
            codec = newCodec;
            sequenceSet = null;
            pictureSet = null;
            forget();
        }
    }

    /** Packets of before are not found under the numbers of now; who holds the old store may. */
    private void forget() {
        store = new PacketStore(limits);
        numbers.reset();
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

    /** Asks for a key frame. */
    public void requestKeyFrame() {
        keyFrames.request();
    }

    /**
     * Shows everybody a valid media packet that comes for the first time; it stays with its owner.
     */
    public void onPacket(Buffer packet, long nowNanos) {
        number(Rtp.sequence(packet));
        int content = Content.of(codec, packet);
        if (Content.has(content, Content.MALFORMED)) {
            malformed++;
            onSkipped(Rtp.sequence(packet), nowNanos);
            return;
        }
        if (Content.has(content, Content.SEQUENCE_SET | Content.PICTURE_SET)) {
            keepSets(packet);
        }
        store.keep(packet, nowNanos);
        if (isKeyStart(content)) {
            store.mark(packet, nowNanos);
        }
        if (Content.has(content, Content.KEY_START)) {
            keyFrames.onArrived();
        }
        for (Viewer viewer : viewers) {
            viewer.onPacket(this, packet, content, nowNanos);
        }
    }

    /** A sequence number carried padding only. */
    public void onSkipped(int sequence, long nowNanos) {
        number(sequence);
        store.skip(sequence, nowNanos);
        for (Viewer viewer : viewers) {
            viewer.onSkipped(this, sequence, nowNanos);
        }
    }

    private void number(int sequence) {
        long jump = Math.abs(numbers.peek(sequence) - numbers.highest());
        if (numbers.highest() >= 0 && jump > SequenceMap.LONGEST_GAP) {
            forget();
        }
        numbers.unwrap(sequence);
    }

    /** Whether a decoder can begin with this packet. */
    boolean isKeyStart(int content) {
        return Content.has(content, Content.SEQUENCE_SET)
                || Content.has(content, Content.KEY_START)
                        && (codec == VideoCodec.VP8 || !parameterSets().isEmpty());
    }

    /**
     * Shows one viewer everything since the start of the latest key frame, as if it came now; the
     * key frame may not be complete yet. Nothing without one.
     */
    public void showAgain(Viewer viewer, BufferPool pool, long nowNanos) {
        store.sinceKeyFrame(
                pool,
                new PacketStore.Reader() {
                    @Override
                    public void onPacket(Buffer packet) {
                        int content = Content.of(codec, packet);
                        viewer.onPacket(PictureSource.this, packet, content, nowNanos);
                    }

                    @Override
                    public void onSkipped(int sequence) {
                        viewer.onSkipped(PictureSource.this, sequence, nowNanos);
                    }
                });
    }

    /** What it sent lately; another one after it has begun anew. */
    public PacketStore store() {
        return store;
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

    /** The parameter sets that were seen last, empty before both were. */
    public List<byte[]> parameterSets() {
        return sequenceSet == null || pictureSet == null
                ? List.of()
                : List.of(sequenceSet, pictureSet);
    }

    /** Packets that could not be read and went to nobody. */
    public long malformed() {
        return malformed;
    }
}
