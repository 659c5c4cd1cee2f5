package io.rostrum.center.peer;

import io.rostrum.media.rtp.ReceiveStream;
import org.jspecify.annotations.Nullable;

/** The up to four lines of one participant; those that were not agreed on are null. */
record Lines(
        @Nullable VoiceUp voiceUp,
        @Nullable VoiceDown voiceDown,
        @Nullable PictureUp pictureUp,
        @Nullable PictureDown pictureDown) {
    @Nullable ReceiveStream voiceStream() {
        return voiceUp == null ? null : voiceUp.stream();
    }

    @Nullable ReceiveStream pictureStream() {
        return pictureUp == null ? null : pictureUp.stream();
    }
}
