package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.video.H264;
import java.nio.charset.StandardCharsets;

/** Sends what the camera shoots, on the beat of the wall clock. */
final class PictureLine implements AutoCloseable {
    private static final int MOST_PAYLOAD = 1150;

    private final Persona persona;
    private final SendStream stream;
    private final H264Encoder encoder;
    private final Picture picture;
    private final ExtensionBlock extensions = new ExtensionBlock();
    private long lastFrame = -1;
    private boolean keyFrameWanted = true;
    private long keyFrames;

    PictureLine(Persona persona, SendStream stream) {
        this.persona = persona;
        this.stream = stream;
        picture = Picture.of(persona.width(), persona.height());
        encoder =
                new H264Encoder(
                        VideoSettings.of(
                                persona.width(),
                                persona.height(),
                                persona.framesPerSecond(),
                                persona.bitRate()));
    }

    void requestKeyFrame() {
        keyFrameWanted = true;
    }

    /** Shoots when the next frame's moment has come; a moment that was missed is gone. */
    void tick(long nowNanos) {
        long micros = Clock.wallAt(nowNanos) / 1000;
        long frame = micros * persona.framesPerSecond() / 1_000_000;
        if (frame != lastFrame) {
            lastFrame = frame;
            shoot(frame * 1_000_000 / persona.framesPerSecond(), nowNanos);
        }
    }

    private void shoot(long micros, long nowNanos) {
        persona.camera().shoot(picture, micros);
        long ticks = micros / 100 * 9 + micros % 100 * 9 / 100;
        CodedPicture coded = encoder.encode(picture, ticks, keyFrameWanted);
        if (coded == null) {
            return;
        }
        if (coded.keyFrame()) {
            keyFrameWanted = false;
            keyFrames++;
        }
        stream.synchronise(NtpTime.ofEpochNanos(micros * 1000), (int) ticks);
        H264.packetize(
                coded.nalUnits(),
                MOST_PAYLOAD,
                (payload, last) -> send(payload, last, (int) ticks, nowNanos));
    }

    private void send(byte[] payload, boolean last, int timestamp, long nowNanos) {
        Buffer packet = stream.packet(Lines.H264, timestamp, last, payload);
        extensions
                .clear()
                .add(Lines.MID_ID, Lines.VIDEO_UP_MID.getBytes(StandardCharsets.UTF_8))
                .reserve(Lines.TRANSPORT_SEQUENCE_ID, 2)
                .writeTo(packet);
        stream.send(packet, nowNanos);
    }

    long keyFrames() {
        return keyFrames;
    }

    @Override
    public void close() {
        encoder.close();
        stream.close();
    }
}
