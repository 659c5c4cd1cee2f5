package io.rostrum.center.program;

import io.rostrum.media.video.NameCard;
import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Wires vision mixer, sound and feed of one program. Confined to the program's thread. */
final class Production implements AutoCloseable {
    /** From a failure of a codec to the next try. */
    private static final Duration CONVERSION_PAUSE = Duration.ofSeconds(1);

    private final ProgramSettings settings;
    private final FeedSender feed;
    private final Control control;
    private final Conversion.Out converted;
    private final LongFunction<Instant> wallTime;
    private final Warnings warnings;
    private final Segmenter segmenter;
    private final AacSound aac;
    private final SoundTrack sound;
    private final Reel reel;
    private final Wishes wishes = new Wishes();
    private final Easel easel;
    private final VisionMixer vision;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> subscribed = new HashSet<>();
    private @Nullable Conversion conversion;
    private @Nullable String wanted;
    private @Nullable String shown;
    private boolean running = true;
    private boolean stopped;
    private boolean took;

    /** How much later than its capture the picture is that is shown now. */
    private long later = SourcePicture.USUALLY_LATER;

    private long unconverted;

    /**
     * @param wallTime the time of day that belongs to a server time
     * @param converted takes what comes of a conversion, on its thread
     */
    Production(
            ProgramSettings settings,
            FeedSender feed,
            Control control,
            Conversion.Out converted,
            Standing standing,
            LongFunction<Instant> wallTime,
            long nowNanos) {
        this.settings = settings;
        this.feed = feed;
        this.control = control;
        this.converted = converted;
        this.wallTime = wallTime;
        warnings = new Warnings(control::warn);
        segmenter = new Segmenter(feed, standing.next());
        aac = new AacSound(settings.aacBitRate(), standing.nextSound());
        sound = new SoundTrack(aac, segmenter::onSound, standing.nextSound());
        reel = new Reel(settings.rhythm(), new ToSegments());
        easel =
                new Easel(
                        Easel.Stand.standBy(),
                        NameCard::keyFrame,
                        failing -> warnings.set(Warning.Kind.NO_CARD, "", failing));
        vision = new VisionMixer(settings.rhythm(), reel, wishes, easel::stand, nowNanos);
    }

    /**
     * Takes up a program of before.
     *
     * @param origin server time at which it began
     */
    void resume(Standing standing, long origin, long nowNanos) {
        long pts = standing.nextPicture();
        long latest = nowNanos - pts * 100_000 / 9; // a clock may have been set
        vision.resume(pts, Math.min(origin, latest), nowNanos);
    }

    /** Whether anything more can come of it. */
    boolean running() {
        return running;
    }

    void carryOut(Order order, long nowNanos) {
        switch (order) {
            case Order.Take take -> take(take, nowNanos);
            case Order.Card card -> card(card.text(), nowNanos);
            case Order.Picture picture -> picture(picture.picture(), nowNanos);
            case Order.Group group -> group(group.pictures(), nowNanos);
            case Order.Converted done -> converted(done.picture(), nowNanos);
            case Order.Gap gap -> wishes.requestKeyFrame(gap.source());
            case Order.NotConverted failed -> notConverted(failed.source());
            case Order.Sound tick -> hear(tick);
            case Order.Stop stop -> stop();
            case Order.Off off -> running = false;
        }
    }

    /** Carries out what is due. */
    void tick(long nowNanos) {
        count();
        if (!stopped) {
            vision.tick(nowNanos);
            sound.tick(nowNanos);
            segmenter.tick();
        }
    }

    private void take(Order.Take take, long nowNanos) {
        String source = take.source();
        wanted = source;
        if (source != null) {
            String name = take.name() == null ? "" : take.name();
            String before = names.put(source, name);
            if (source.equals(shown) && !name.equals(before)) {
                tookNow(source); // he is called otherwise from now on
            }
            if (subscribed.add(source)) {
                control.subscribe(source);
            }
        }
        vision.take(source, nowNanos);
        forgetOthers();
    }

    private void card(String text, long nowNanos) {
        easel.say(text);
        if (!stopped) {
            vision.renew(nowNanos);
        }
    }

    private void forgetOthers() {
        for (String source : Set.copyOf(subscribed)) {
            if (!source.equals(wanted) && !source.equals(shown)) {
                subscribed.remove(source);
                names.remove(source);
                warnings.forget(source);
                control.unsubscribe(source);
            }
        }
        Conversion old = conversion;
        if (old != null && !subscribed.contains(old.source())) {
            count();
            old.close();
            conversion = null;
            unconverted = 0;
        }
    }

    private void picture(SourcePicture picture, long nowNanos) {
        if (!subscribed.contains(picture.source())) {
            return;
        }
        switch (picture.codec()) {
            case H264 -> show(picture, nowNanos);
            case VP8 -> convert(picture);
        }
    }

    private void group(List<SourcePicture> pictures, long nowNanos) {
        SourcePicture first = pictures.getFirst();
        if (stopped || !subscribed.contains(first.source())) {
            return;
        }
        switch (first.codec()) {
            case H264 -> {
                later = pictures.getLast().laterNanos();
                vision.onGroup(pictures, nowNanos);
                later = SourcePicture.USUALLY_LATER;
            }
            case VP8 -> convertGroup(pictures);
        }
    }

    /** Only a source that waits for its key frame is helped by it. */
    private void convertGroup(List<SourcePicture> pictures) {
        Conversion current = conversion(pictures.getFirst().source());
        if (current != null && current.needsKey()) {
            current.offerGroup(pictures);
        }
    }

    private void show(SourcePicture picture, long nowNanos) {
        if (!stopped) {
            later = picture.laterNanos();
            vision.onPicture(picture, nowNanos);
            later = SourcePicture.USUALLY_LATER;
        }
    }

    private void converted(SourcePicture picture, long nowNanos) {
        warnings.set(Warning.Kind.NOT_CONVERTED, picture.source(), false);
        show(picture, nowNanos);
    }

    private void notConverted(String source) {
        if (subscribed.contains(source)) {
            warnings.set(Warning.Kind.NOT_CONVERTED, source, true);
        }
    }

    private void convert(SourcePicture picture) {
        Conversion current = conversion(picture.source());
        if (current != null) {
            current.offer(picture);
        }
    }

    /** Of two VP8 sources at a cut the new one has the converter; null: it is the other's. */
    private @Nullable Conversion conversion(String source) {
        Conversion current = conversion;
        if (current != null && current.source().equals(source)) {
            return current;
        }
        if (current != null) {
            if (!source.equals(wanted)) {
                return null;
            }
            count();
            current.close();
            unconverted = 0;
        }
        Conversion fresh =
                new Conversion(
                        source,
                        converted,
                        () -> control.requestKeyFrame(source),
                        Converter::new,
                        CONVERSION_PAUSE);
        conversion = fresh;
        return fresh;
    }

    /** Adds what the conversion dropped since the last call. */
    private void count() {
        if (conversion != null) {
            long now = conversion.dropped();
            settings.drops().onUnconverted(now - unconverted);
            unconverted = now;
        }
    }

    private void hear(Order.Sound tick) {
        if (!stopped) {
            sound.onTick(tick.tick());
        }
    }

    private void stop() {
        if (!stopped) {
            stopped = true;
            reel.end();
            segmenter.flush();
            feed.end(settings.ending());
        }
    }

    @Override
    public void close() {
        aac.close();
        if (conversion != null) {
            conversion.close();
        }
        subscribed.forEach(control::unsubscribe);
    }

    /** Where the pictures go. */
    private final class ToSegments implements Reel.Out {
        @Override
        public void onOpen(AvcConfig first, long originNanos) {
            feed.init(FeedTracks.init(first).bytes(), wallTime.apply(originNanos - later));
            sound.open(originNanos);
        }

        @Override
        public void onPicture(Sample picture, boolean opens) {
            segmenter.onPicture(picture, opens);
        }
    }

    /** On a card nobody is in the picture, whatever it says. */
    private void tookNow(@Nullable String source) {
        took = true;
        String name = source == null ? "" : Objects.requireNonNullElse(names.get(source), "");
        feed.took(name, reel.lastTicks());
    }

    /** What the vision mixer needs of others. */
    private final class Wishes implements VisionMixer.Desk {
        @Override
        public void requestKeyFrame(String source) {
            Conversion current = conversion;
            if (current != null && current.source().equals(source) && !current.needsKey()) {
                current.requestKeyFrame();
            } else {
                control.requestKeyFrame(source);
            }
        }

        @Override
        public void onStep(String source, boolean kept) {
            warnings.set(Warning.Kind.OUT_OF_STEP, source, !kept);
        }

        @Override
        public void onFormat(AvcConfig format) {
            easel.resize(format);
        }

        @Override
        public void requestGroup(String source) {
            Conversion current = conversion;
            if (current == null || !current.source().equals(source) || current.needsKey()) {
                control.showAgain(source);
            }
        }

        @Override
        public void onCut(@Nullable String source, @Nullable String card) {
            if (source != null || shown != null || !took) {
                tookNow(source);
            }
            shown = source;
            forgetOthers();
            control.tellCut(source, card);
        }
    }
}
