package io.rostrum.streaming.playback;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.CodecException;
import io.rostrum.media.codec.JpegEncoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Chosen;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.packager.NalUnits;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Still pictures of live onAir, made anew every ten seconds, and of recordings. Any thread. */
public final class Stills {
    private static final System.Logger LOG = System.getLogger(Stills.class.getName());
    private static final FaultLog FAULTS = new FaultLog(LOG, System::nanoTime);

    /** A still picture of a recording, by the name of its file. */
    enum Kind {
        THUMBNAIL("thumbnail.jpg", 640),
        POSTER("poster.jpg", 1280);

        private final String file;
        private final int width;

        Kind(String file, int width) {
            this.file = file;
            this.width = width;
        }

        String file() {
            return file;
        }
    }

    private static final long FRESH_NANOS = 10_000_000_000L;
    private static final int QUALITY = 75;

    @SuppressWarnings("ArrayRecordComponent") // shared by all viewers, never compared
    private record Still(byte @Nullable [] jpeg, long madeNanos) {}

    private final Map<Id, Still> live = new ConcurrentHashMap<>();
    private final Executor worker;

    /**
     * @param worker one thread, so that making stills never takes more than one core
     */
    public Stills(Executor worker) {
        this.worker = worker;
    }

    /** Once a second: asks for what is missing or old. */
    public void refresh(Collection<Live> onAir, long nowNanos) {
        Apart.each(onAir, program -> refresh(program, nowNanos), Stills::notAsked);
    }

    private void refresh(Live program, long nowNanos) {
        Id session = program.session().id();
        Still known = live.get(session);
        Sample key = program.keyFrame();
        if (key != null && (known == null || nowNanos - known.madeNanos > FRESH_NANOS)) {
            byte[] before = known == null ? null : known.jpeg;
            live.put(session, new Still(before, nowNanos));
            worker.execute(() -> make(session, key, nowNanos));
        }
    }

    private static void notAsked(Live program, RuntimeException why) {
        FAULTS.tell("no still picture of " + program.channel(), why);
    }

    private void make(Id session, Sample key, long nowNanos) {
        jpeg(key.data(), Kind.THUMBNAIL)
                .ifPresent(jpeg ->
                        live.computeIfPresent(session, (id, before) -> new Still(jpeg, nowNanos)));
    }

    /** The program is over. */
    public void forget(Live program) {
        live.remove(program.session().id());
    }

    Optional<byte[]> live(Live program) {
        Still still = live.get(program.session().id());
        return still == null ? Optional.empty() : Optional.ofNullable(still.jpeg);
    }

    /**
     * The picture that its host chose, if what it shows is still shown; else one from the middle of
     * the recording, made once and kept beside it. Blocking.
     */
    Optional<byte[]> recorded(Recording recording, Kind kind) throws IOException {
        Chosen chosen = Chosen.read(recording.folder()).orElse(null);
        if (chosen != null && isShown(recording, chosen)) {
            return Optional.of(kind == Kind.POSTER ? chosen.poster() : chosen.thumbnail());
        }
        Optional<byte[]> kept = recording.folder().read(kind.file);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<byte[]> made = keyFrame(recording).flatMap(unit -> jpeg(unit, kind));
        if (made.isPresent()) {
            recording.folder().write(kind.file, made.get());
        }
        return made;
    }

    private static boolean isShown(Recording recording, Chosen chosen) throws IOException {
        Long at = chosen.at();
        if (at == null) {
            return true;
        }
        try (SampleLog log = recording.folder().read()) {
            return at >= log.begins() && at < log.begins() + log.segments().getLast().end();
        }
    }

    /**
     * A picture of a moment of the recording, for its host to choose: the latest key frame before.
     * Blocking.
     *
     * @param at in 1/90000 s of what is shown
     * @param revision tells it from the ones before
     */
    public Optional<Chosen> chosen(Recording recording, long at, long revision) throws IOException {
        try (SampleLog log = recording.folder().read()) {
            Segment segment = log.segments().getFirst();
            for (Segment each : log.segments()) {
                segment = each.start() <= at ? each : segment;
            }
            byte[] unit = keyFrame(log, segment).orElse(null);
            byte[] thumbnail = unit == null ? null : jpeg(unit, Kind.THUMBNAIL).orElse(null);
            byte[] poster = unit == null ? null : jpeg(unit, Kind.POSTER).orElse(null);
            return thumbnail == null || poster == null
                    ? Optional.empty()
                    : Optional.of(
                            new Chosen(
                                    revision, log.begins() + segment.start(), thumbnail, poster));
        }
    }

    private static Optional<byte[]> keyFrame(Recording recording) throws IOException {
        try (SampleLog log = recording.folder().read()) {
            List<Segment> segments = log.segments();
            return keyFrame(log, segments.get(segments.size() / 2));
        }
    }

    private static Optional<byte[]> keyFrame(SampleLog log, Segment segment) throws IOException {
        List<byte[]> found = new ArrayList<>();
        log.read(
                segment,
                (sample, at) -> {
                    if (sample.track() == FeedTracks.VIDEO && sample.key() && found.isEmpty()) {
                        found.add(sample.data());
                    }
                });
        return found.stream().findFirst();
    }

    private static Optional<byte[]> jpeg(byte[] unit, Kind kind) {
        try (VideoDecoder decoder = VideoDecoder.h264();
                JpegEncoder encoder = new JpegEncoder()) {
            Picture picture = decoder.decode(AnnexB.join(NalUnits.split(unit)));
            return picture == null
                    ? Optional.empty()
                    : Optional.of(
                            encoder.encode(
                                    picture, Math.min(kind.width, picture.width()), QUALITY));
        } catch (CodecException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "no still picture", e);
            return Optional.empty();
        }
    }
}
