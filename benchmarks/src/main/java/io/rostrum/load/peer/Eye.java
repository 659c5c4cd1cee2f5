package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.PictureGroup;
import io.rostrum.media.video.PictureSource;
import io.rostrum.media.video.VideoCodec;
import org.jspecify.annotations.Nullable;

/** Makes pictures of the packets of one stream, and decodes them for a witness. */
final class Eye implements AutoCloseable {
    private static final long PATIENCE_NANOS = 300_000_000;

    private final Witness witness;
    private final @Nullable VideoDecoder decoder;
    private @Nullable ReceiveStream watched;
    private @Nullable PictureSource source;
    private @Nullable AccessUnits units;
    private long frames;

    Eye(Witness witness) {
        this.witness = witness;
        decoder = witness == NoWitness.INSTANCE ? null : VideoDecoder.h264();
    }

    /** A packet that came for the first time. */
    void onPacket(Buffer packet, long nowNanos, ReceiveStream stream) {
        if (source == null || watched != stream) {
            watch(stream);
        }
        if (source != null) {
            source.onPacket(packet, nowNanos);
        }
    }

    /** A number that carries padding only. */
    void onSkipped(Buffer packet, long nowNanos) {
        if (source != null) {
            source.onSkipped(Rtp.sequence(packet), nowNanos);
        }
    }

    private void watch(ReceiveStream stream) {
        if (units != null) {
            units.close();
        }
        PictureSource made =
                new PictureSource(
                        "down", VideoCodec.H264, new Asking(stream), PictureGroup.Limits.LEAST);
        watched = stream;
        source = made;
        units = new AccessUnits(made, PATIENCE_NANOS, this::onFrame).open();
    }

    private void onFrame(Frame frame) {
        frames++;
        if (decoder != null) {
            Picture picture = decoder.decode(AnnexB.join(frame.units()));
            if (picture != null) {
                witness.onPicture(picture, frame.completedNanos());
            }
        }
    }

    void tick(long nowNanos) {
        if (units != null) {
            units.tick(nowNanos);
        }
    }

    long frames() {
        return frames;
    }

    @Override
    public void close() {
        if (units != null) {
            units.close();
        }
        if (decoder != null) {
            decoder.close();
        }
    }

    private record Asking(ReceiveStream stream) implements PictureSource.KeyFrames {
        @Override
        public void request() {
            stream.requestKeyFrame();
        }

        @Override
        public void onArrived() {
            stream.onKeyFrame();
        }
    }
}
