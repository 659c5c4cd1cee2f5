package io.rostrum.load.peer;

import io.rostrum.media.codec.CodedPicture;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The coded seconds of a round, for everybody who plays the same person. Any thread. */
final class Reel {
    private final AtomicReferenceArray<@Nullable List<CodedPicture>> seconds;

    /**
     * @param seconds of a round
     */
    Reel(int seconds) {
        this.seconds = new AtomicReferenceArray<>(seconds);
    }

    int length() {
        return seconds.length();
    }

    @Nullable List<CodedPicture> second(int number) {
        return seconds.get(number);
    }

    void keep(int number, List<CodedPicture> pictures) {
        seconds.set(number, List.copyOf(pictures));
    }
}
