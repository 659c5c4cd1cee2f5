package io.rostrum.center.conversion;

import io.rostrum.media.video.PictureSource;
import org.jspecify.annotations.Nullable;

/** Where conversions are begun. Confined to a loop. */
@FunctionalInterface
public interface Converters {
    /**
     * How a source is converted.
     *
     * @param payloadType of its packets
     * @param reordered whether its pictures are shown in another order than they come
     */
    record Settings(int payloadType, boolean reordered) {}

    /** What a conversion needs of others. */
    interface Listener extends PictureSource.KeyFrames {
        /** Its codecs fail: nothing more will come. */
        void onFailed();
    }

    /**
     * From now on the source shows what is coded anew of what is kept of it and of what {@link
     * ConvertedSource} is given.
     *
     * @return null where there are too many already
     */
    @Nullable ConvertedSource begin(
            PictureSource source, Settings with, Listener listener, long nowNanos);

    /** Converts nothing. */
    static Converters none() {
        return (source, with, listener, nowNanos) -> null;
    }
}
