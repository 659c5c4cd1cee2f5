package io.rostrum.center.peer;

import io.rostrum.media.audio.Mixer;
import io.rostrum.media.rtp.SendStream;

/** The mix on its way to a participant. */
final class VoiceDown implements Mixer.Listener {
    private final SendStream stream;
    private final int payloadType;
    private final Sound sound;

    VoiceDown(SendStream stream, int payloadType, Sound sound) {
        this.stream = stream;
        this.payloadType = payloadType;
        this.sound = sound;
    }

    @Override
    public void onFrame(byte[] opus, int length, int timestamp) {
        if (length > 0) {
            stream.send(
                    stream.packet(payloadType, timestamp, false, opus, 0, length),
                    sound.nowNanos());
        }
    }

    SendStream stream() {
        return stream;
    }
}
