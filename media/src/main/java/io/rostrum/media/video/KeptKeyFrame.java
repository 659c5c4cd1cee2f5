package io.rostrum.media.video;

import io.rostrum.media.rtp.PacketStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest key frame of a source, whole, of what is kept for those who begin with it. */
public final class KeptKeyFrame {
    private KeptKeyFrame() {}

    /**
     * It, if it is all there and began to arrive then or later.
     *
     * @return null where there is none such
     */
    public static @Nullable Frame of(PictureSource source, long sinceNanos) {
        PictureGroup group = source.group();
        if (!group.isKeyWhole() || group.begunAt() < sinceNanos) {
            return null;
        }
        List<Frame> found = new ArrayList<>(1);
        AccessUnits units = new AccessUnits(source, 0, found::add);
        PacketStore kept = group.store();
        boolean inside = true;
        for (long number = group.first(); inside && number < kept.end(); number++) {
            units.take(kept, number);
            inside = found.isEmpty() && isOf(group, kept, number);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    private static boolean isOf(PictureGroup group, PacketStore kept, long number) {
        return !kept.contains(number)
                || kept.isSkipped(number)
                || kept.timestamp(number) == group.timestamp();
    }
}
