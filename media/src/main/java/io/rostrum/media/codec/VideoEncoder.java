package io.rostrum.media.codec;

import org.jspecify.annotations.Nullable;

/** Turns pictures of one size into a coded stream without reordering. */
public interface VideoEncoder extends AutoCloseable {
    /**
     * Encodes one picture.
     *
     * @param pts 90 kHz, rising
     * @param keyFrame whether a decoder must be able to start here; the first one always is so
     * @return the coded picture, or null where the encoder's rate control skipped it
     * @throws IllegalArgumentException for a picture of another size
     */
    @Nullable CodedPicture encode(Picture picture, long pts, boolean keyFrame);

    @Override
    void close();
}
