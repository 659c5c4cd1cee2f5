package io.rostrum.center.peer;

import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whole pictures of those participants that the program asks for. */
public final class PictureTaps {
    /** A packet that is later is not waited for: repetitions come within a few round trips. */
    private static final long PATIENCE_NANOS = 300_000_000L;

    /** Takes pictures. */
    @FunctionalInterface
    public interface Sink {
        void onPicture(String participant, Frame frame, long serverNanos);
    }

    private final Function<String, @Nullable PictureUp> sources;
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, AccessUnits> open = new HashMap<>();
    private Sink sink = (participant, frame, serverNanos) -> {};

    PictureTaps(Function<String, @Nullable PictureUp> sources) {
        this.sources = sources;
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
        sink.onPicture(participant, frame, nanos);
    }

    private void close(String participant) {
        AccessUnits units = open.remove(participant);
        if (units != null) {
            units.close();
        }
    }

    public void requestKeyFrame(String participant) {
        PictureUp source = sources.apply(participant);
        if (source != null && wanted.contains(participant)) {
            source.source().requestKeyFrame();
        }
    }

    void tick(long nowNanos) {
        for (AccessUnits units : Map.copyOf(open).values()) {
            units.tick(nowNanos);
        }
    }
}
