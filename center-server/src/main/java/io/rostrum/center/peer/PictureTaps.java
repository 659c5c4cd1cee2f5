package io.rostrum.center.peer;

import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import io.rostrum.net.Apart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whole pictures of those participants that the program asks for. */
public final class PictureTaps {
    /** A packet that is later is not waited for: repetitions come within a few round trips. */
    private static final long PATIENCE_NANOS = 300_000_000L;

    /**
     * A picture and its place in the program.
     *
     * @param serverNanos server time that belongs to its capture
     * @param later {@link LipSync#later}
     */
    public record Taken(Frame frame, long serverNanos, long later) {}

    /** Takes pictures. */
    public interface Sink {
        void onPicture(String participant, Taken picture);

        /** Everything since the participant's latest key frame once more, that one first. */
        void onGroup(String participant, List<Taken> pictures);
    }

    /** Takes none. */
    private static final Sink NOBODY =
            new Sink() {
                @Override
                public void onPicture(String participant, Taken picture) {}

                @Override
                public void onGroup(String participant, List<Taken> pictures) {}
            };

    private final Function<String, @Nullable PictureUp> sources;
    private final BiConsumer<String, RuntimeException> failed;
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, AccessUnits> open = new HashMap<>();
    private Sink sink = NOBODY;
    private @Nullable List<Taken> group;

    /**
     * @param failed told whose pictures failed: they are no longer taken until he comes anew
     */
    PictureTaps(
            Function<String, @Nullable PictureUp> sources,
            BiConsumer<String, RuntimeException> failed) {
        this.sources = sources;
        this.failed = failed;
    }

    public void deliverTo(Sink newSink) {
        sink = newSink;
    }

    public void subscribe(String participant) {
        wanted.add(participant);
        onSource(participant);
    }

    public void unsubscribe(String participant) {
        wanted.remove(participant);
        close(participant);
    }

    public void unsubscribeAll() {
        Set.copyOf(wanted).forEach(this::unsubscribe);
    }

    /** The participant has come, maybe with a new line. */
    void onSource(String participant) {
        close(participant);
        PictureUp source = sources.apply(participant);
        if (source != null && wanted.contains(participant)) {
            AccessUnits units =
                    new AccessUnits(
                            source.source(),
                            PATIENCE_NANOS,
                            frame -> onFrame(participant, source, frame));
            open.put(participant, units);
            units.open();
        }
    }

    private void onFrame(String participant, PictureUp source, Frame frame) {
        long nanos = source.serverNanos(frame.rtpTimestamp(), frame.completedNanos());
        Taken taken = new Taken(frame, nanos, source.later());
        if (group == null) {
            sink.onPicture(participant, taken);
        } else {
            group.add(taken);
        }
    }

    /**
     * The participant does not answer: gives what came since his latest key frame, if it is all.
     */
    public void showAgain(String participant, long nowNanos) {
        AccessUnits units = open.get(participant);
        PictureUp source = sources.apply(participant);
        if (units == null || source == null || !source.source().group().isIntact(nowNanos)) {
            return;
        }
        List<Taken> taken = new ArrayList<>();
        group = taken;
        units.replay();
        group = null;
        if (!taken.isEmpty()) {
            sink.onGroup(participant, taken);
        }
    }

    private void close(String participant) {
        AccessUnits units = open.remove(participant);
        if (units != null) {
            units.close();
        }
    }

    /** Asks him for a key frame, unless one is on its way. */
    public void requestKeyFrame(String participant, long nowNanos) {
        PictureUp source = sources.apply(participant);
        if (source != null
                && wanted.contains(participant)
                && !source.source().group().isKeyArriving(nowNanos)) {
            source.source().requestKeyFrame();
        }
    }

    void tick(long nowNanos) {
        Apart.each(open.keySet(), participant -> tick(participant, nowNanos), this::onFailed);
    }

    private void tick(String participant, long nowNanos) {
        AccessUnits units = open.get(participant);
        if (units != null) {
            units.tick(nowNanos);
        }
    }

    private void onFailed(String participant, RuntimeException why) {
        close(participant);
        failed.accept(participant, why);
    }
}
