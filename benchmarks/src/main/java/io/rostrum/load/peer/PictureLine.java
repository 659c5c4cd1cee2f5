package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.CodedPicture;
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
    private final Film film;
    private final ExtensionBlock extensions = new ExtensionBlock();
    private long lastFrame = -1;
    private boolean keyFrameWanted = true;
    private long keyFrames;

    PictureLine(Persona persona, SendStream stream) {
        this.persona = persona;
        this.stream = stream;
        film = Film.of(persona);
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
            shoot(frame, nowNanos);
        }
    }

    /** When a beat is, in microseconds since 1970. */
    static long micros(long beat, int framesPerSecond) {
        return beat * 1_000_000 / framesPerSecond;
    }

    /** The same in the 90 kHz of RTP. */
    static long ticks(long micros) {
        return micros / 100 * 9 + micros % 100 * 9 / 100;
    }

    private void shoot(long frame, long nowNanos) {
        long micros = micros(frame, persona.framesPerSecond());
        long ticks = ticks(micros);
        CodedPicture coded = film.at(frame, keyFrameWanted);
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
        film.close();
        stream.close();
    }
}
