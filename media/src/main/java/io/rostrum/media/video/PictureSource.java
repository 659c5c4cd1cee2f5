package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One encoding of one participant's picture, and those who take it.
 *
 * <p>Every packet is looked into once here, for all who take it.
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
        this.name = name;
        this.codec = codec;
        this.keyFrames = keyFrames;
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
        }
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
        int content = Content.of(codec, packet);
        if (Content.has(content, Content.MALFORMED)) {
            malformed++;
            onSkipped(Rtp.sequence(packet), nowNanos);
            return;
        }
        if (Content.has(content, Content.SEQUENCE_SET | Content.PICTURE_SET)) {
            keepSets(packet);
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
        for (Viewer viewer : viewers) {
            viewer.onSkipped(this, sequence, nowNanos);
        }
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
