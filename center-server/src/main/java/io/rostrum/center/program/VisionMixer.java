package io.rostrum.center.program;

import io.rostrum.center.program.Avc.Unit;
import io.rostrum.center.program.Easel.Stand;
import io.rostrum.protocol.cmaf.AvcConfig;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which picture goes on air, and asks for the key frames that this needs.
 *
 * <p>A take is carried out at the new source's next key frame; until then the old one stays. A
 * source that does not answer is gone back to its latest key frame with, and what came since then
 * is caught up with. Where no picture comes, a card stands in and never another source, so that the
 * program never stops. Confined to the program's thread; all times in nanoseconds of one monotonic
 * clock.
 */
final class VisionMixer {
    /** What the vision mixer wishes and tells. */
    interface Desk {
        void requestKeyFrame(String source);

        /** Whether its picture can be kept in step with its sound; at first it can. */
        void onStep(String source, boolean kept);

        /** The parameter sets of the source on air, with each of its key frames. */
        void onFormat(AvcConfig format);

        /** The source does not answer: its pictures since its latest key frame are wanted. */
        void requestGroup(String source);

        /**
         * @param card what the card says; null with no source: the stand-by picture
         */
        void onCut(@Nullable String source, @Nullable String card);
    }

    /** Distance of the pictures that stand in for a past that nobody saw. */
    private static final long PAST = Duration.ofSeconds(1).toNanos();

    private enum Mode {
        /** Nothing was on air yet. */
        NEW,
        LIVE,
        /** The last picture of the source stands in, or its last key frame. */
        REPEATING,
        STANDING_BY
    }

    private final Rhythm rhythm;
    private final Reel reel;
    private final Desk desk;
    private final Supplier<Stand> stands;
    private final long startedAt;
    private Mode mode = Mode.NEW;
    private @Nullable String wanted;
    private @Nullable String shown;
    private Avc wantedAvc = new Avc();
    private Avc shownAvc = new Avc();
    private final Reprise reprise = new Reprise();
    private Unit lastKey;
    private long arrivedAt;
    private long askedAt;

    /** What stands where no picture is. */
    private Stand stand;

    private long takenAt;

    /** Since when a key frame of the wanted source is needed. */
    private long neededAt;

    private long groupAskedAt;

    /** When the wanted source last sent a picture, whatever became of it. */
    private long heardAt = Long.MIN_VALUE;

    private Step step = new Step();
    private long frozenAt;

    /** A key frame of before stood in alone: nothing continues it. */
    private boolean rewound;

    /**
     * @param stands what is to stand where no picture is, as things are
     */
    VisionMixer(Rhythm rhythm, Reel reel, Desk desk, Supplier<Stand> stands, long nowNanos) {
        this.rhythm = rhythm;
        this.reel = reel;
        this.desk = desk;
        this.stands = stands;
        this.stand = stands.get();
        this.lastKey = stand.unit();
        this.startedAt = nowNanos;
        this.arrivedAt = nowNanos;
    }

    /**
     * Takes up a program of before with the stand-by picture, from where it broke off until now.
     *
     * @param pts where it broke off, in 1/90000 s
     * @param origin server time at which the program began
     */
    void resume(long pts, long origin, long nowNanos) {
        mode = Mode.STANDING_BY;
        reel.resume(stand.unit(), pts, origin, stand.config());
        desk.onCut(null, stand.card());
        for (long due = reel.last() + PAST; due <= nowNanos - PAST; due += PAST) {
            reel.place(stand.unit(), due, Reel.Cut.FILL);
        }
        fill(nowNanos);
    }

    /**
     * Cuts to that source at its next key frame; null: stand by at once.
     *
     * <p>Until the key frame comes the old source stays, for as long as the rhythm allows: then the
     * card. Where it must not be seen any more, take null first.
     */
    void take(@Nullable String source, long nowNanos) {
        heardAt = source != null && source.equals(wanted) ? heardAt : Long.MIN_VALUE;
        wanted = source;
        takenAt = nowNanos;
        neededAt = nowNanos;
        if (source == null) {
            if (mode != Mode.NEW) {
                standBy(nowNanos);
            }
        } else if (!source.equals(shown) || mode != Mode.LIVE) {
            wantedAvc = source.equals(shown) ? shownAvc : new Avc();
            ask(source, nowNanos);
        }
    }

    /** An H.264 picture of any source; those of others than wanted and shown are ignored. */
    void onPicture(SourcePicture picture, long nowNanos) {
        heardAt = picture.source().equals(wanted) ? nowNanos : heardAt;
        if (picture.source().equals(shown) && goesOn()) {
            Unit unit = shownAvc.unit(picture.data());
            if (unit != null) {
                show(unit, picture, nowNanos);
            }
        } else if (picture.source().equals(wanted)) {
            Unit unit = wantedAvc.unit(picture.data());
            if (unit != null && unit.key()) {
                beginSource(picture.source());
                cut(picture.source(), unit, time(picture, nowNanos), nowNanos);
            }
        }
    }

    /** Whether the next picture of the source on air can follow what was shown last. */
    private boolean goesOn() {
        return mode == Mode.LIVE || mode == Mode.REPEATING && !rewound;
    }

    /**
     * All pictures of a source since its latest key frame, that one first, when no other came in
     * time: for a take, or to end the first segment. Of a source that fell silent they are no
     * picture of now: its last one stood in for long enough.
     */
    void onGroup(List<SourcePicture> pictures, long nowNanos) {
        String source = pictures.getFirst().source();
        boolean live = mode == Mode.LIVE && source.equals(shown) && !lingers(nowNanos);
        Avc avc = new Avc();
        Unit key = avc.unit(pictures.getFirst().data());
        boolean unwanted = live || !source.equals(wanted) || isSilent(pictures, nowNanos);
        if (unwanted || key == null || !key.key()) {
            return;
        }
        wantedAvc = avc;
        beginSource(source);
        long distance = rhythm.caughtUp().toNanos();
        long newest = time(pictures.getLast(), nowNanos);
        long at = newest - (pictures.size() - 1) * distance;
        cut(source, key, at, nowNanos);
        for (SourcePicture picture : pictures.subList(1, pictures.size())) {
            Unit unit = avc.unit(picture.data());
            at += distance;
            if (unit != null) {
                reprise.add(unit);
                reel.place(unit, at, Reel.Cut.CAUGHT_UP);
            }
        }
    }

    /** Nobody can play before the first segment is whole, and no key frame comes to end it. */
    private boolean lingers(long nowNanos) {
        long patience = rhythm.patience().toNanos();
        return mode == Mode.LIVE && reel.isFirst() && reel.full(step.shown(nowNanos) - patience);
    }

    private boolean isSilent(List<SourcePicture> pictures, long nowNanos) {
        long latest = Math.max(heardAt, pictures.getLast().timeNanos());
        return nowNanos - latest > rhythm.repeat().toNanos();
    }

    private void show(Unit unit, SourcePicture picture, long nowNanos) {
        mode = Mode.LIVE;
        arrivedAt = nowNanos;
        reprise.add(unit);
        if (unit.key()) {
            lastKey = unit;
            tellFormat();
        }
        reel.place(unit, time(picture, nowNanos), unit.key() ? Reel.Cut.OWN_KEY : Reel.Cut.NONE);
    }

    /** What was found of the one before about its step is not true of another. */
    private void beginSource(String source) {
        if (isNews(source)) {
            step = new Step();
        }
    }

    private boolean isNews(String source) {
        return !source.equals(shown) || mode == Mode.STANDING_BY;
    }

    private void cut(String source, Unit unit, long timeNanos, long nowNanos) {
        boolean news = isNews(source);
        shown = source;
        shownAvc = wantedAvc;
        mode = Mode.LIVE;
        arrivedAt = nowNanos;
        lastKey = unit;
        reprise.add(unit);
        open(shownAvc, timeNanos);
        tellFormat();
        reel.place(unit, timeNanos, Reel.Cut.TAKE);
        if (news) {
            desk.onCut(source, null);
        }
    }

    private void open(Avc avc, long timeNanos) {
        AvcConfig config = avc.config();
        if (config != null) {
            reel.open(config, timeNanos);
        }
    }

    private void tellFormat() {
        AvcConfig config = shownAvc.config();
        if (config != null) {
            desk.onFormat(config);
        }
    }

    private long time(SourcePicture picture, long nowNanos) {
        boolean before = step.kept();
        long time = step.time(picture.timeNanos(), nowNanos);
        if (step.kept() != before) {
            desk.onStep(picture.source(), step.kept());
        }
        return time;
    }

    /** Carries out what is due; call it every 40 ms or so. */
    void tick(long nowNanos) {
        dropWhatIsLate(nowNanos);
        if (mode == Mode.NEW) {
            if (nowNanos - startedAt >= rhythm.firstPicture().toNanos()) {
                standBy(nowNanos);
            }
        } else if (mode == Mode.LIVE) {
            watchForSilence(nowNanos);
        } else {
            fill(nowNanos);
        }
        askWhenDue(nowNanos);
    }

    /** Whom nobody chose any more is not shown for ever because the next one does not come. */
    private void dropWhatIsLate(long nowNanos) {
        boolean another = shown != null && wanted != null && !wanted.equals(shown);
        if (another && nowNanos - takenAt >= rhythm.late().toNanos()) {
            standBy(nowNanos);
        }
    }

    private void watchForSilence(long nowNanos) {
        reel.goOn(step.shown(nowNanos));
        if (nowNanos - arrivedAt < rhythm.frozen().toNanos()) {
            return;
        }
        mode = Mode.REPEATING;
        rewound = false;
        frozenAt = nowNanos;
        neededAt = nowNanos;
        if (Objects.equals(wanted, shown)) {
            wantedAvc = shownAvc;
        }
        fill(nowNanos);
    }

    private void fill(long nowNanos) {
        if (mode == Mode.REPEATING && nowNanos - frozenAt >= rhythm.repeat().toNanos()) {
            standBy(nowNanos);
            return;
        }
        long distance = rhythm.fill().toNanos();
        long until = step.shown(nowNanos);
        for (long due = reel.last() + distance; due <= until; due = reel.last() + distance) {
            if (mode == Mode.REPEATING) {
                repeat(due);
            } else if (reel.full(due) || !reel.repeat(due)) {
                reel.place(stand.unit(), due, Reel.Cut.FILL);
            }
        }
    }

    /** A segment begins with a key frame; apart from that the newest picture stays. */
    private void repeat(long due) {
        if (!reel.full(due) && reel.repeat(due)) {
            return;
        }
        if (!reprise.possible()) {
            rewound = true;
            reel.place(lastKey, due, Reel.Cut.FILL);
            return;
        }
        long at = due;
        Reel.Cut why = Reel.Cut.FILL;
        for (Unit unit : reprise.units()) {
            reel.place(unit, at, why);
            at += rhythm.caughtUp().toNanos();
            why = Reel.Cut.CAUGHT_UP;
        }
    }

    /** The card may have to say something else, or to be of another size. */
    void renew(long nowNanos) {
        if (mode == Mode.STANDING_BY) {
            standBy(nowNanos);
        }
    }

    private void standBy(long nowNanos) {
        Stand next = stands.get();
        boolean news = mode != Mode.STANDING_BY || !next.equals(stand);
        stand = next;
        mode = Mode.STANDING_BY;
        shown = null;
        reprise.clear();
        if (news) {
            long time = step.shown(nowNanos);
            reel.open(stand.config(), time);
            reel.place(stand.unit(), time, Reel.Cut.TAKE);
            desk.onCut(null, stand.card());
        }
    }

    private void askWhenDue(long nowNanos) {
        String source = keyNeededFrom(nowNanos);
        if (source != null && nowNanos - askedAt >= rhythm.ask().toNanos()) {
            ask(source, nowNanos);
        }
        boolean goesOn = source != null && isOnAir(source) && goesOn() && !lingers(nowNanos);
        if (source != null && source.equals(wanted) && !goesOn) {
            askForGroupWhenDue(source, nowNanos);
        }
    }

    private void askForGroupWhenDue(String source, long nowNanos) {
        boolean patient = nowNanos - neededAt < rhythm.patience().toNanos();
        boolean asked = groupAskedAt >= neededAt;
        if (!patient && !(asked && nowNanos - groupAskedAt < rhythm.ask().toNanos())) {
            groupAskedAt = nowNanos;
            desk.requestGroup(source);
        }
    }

    private boolean isOnAir(String source) {
        return source.equals(shown);
    }

    private @Nullable String keyNeededFrom(long nowNanos) {
        if (wanted != null && !(isOnAir(wanted) && goesOn())) {
            return wanted;
        }
        boolean quiet = nowNanos - arrivedAt >= rhythm.quiet().toNanos();
        boolean needed = quiet ? !reprise.possible() : reel.full(step.shown(nowNanos));
        return mode == Mode.LIVE && needed ? shown : null;
    }

    private void ask(String source, long nowNanos) {
        askedAt = nowNanos;
        desk.requestKeyFrame(source);
    }
}
