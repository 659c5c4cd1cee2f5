package io.rostrum.streaming.live;

import io.rostrum.media.audio.LossHint;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.packager.Codecs;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Takes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A program on air, as viewers have it, whoever writes it. Any thread.
 *
 * <p>What can be read is immutable; what is asked for crosses to the program's event loop, where
 * its {@link Writer} lives.
 */
public final class Live {
    private final Vertx vertx;
    private final Context owner;
    private final SampleLog stored;
    private final Header header;
    private final Waiters<View> waiters = new Waiters<>();
    private final Overlay overlay;
    private final Taps taps = new Taps();
    private volatile Session session;
    private volatile Takes takes;
    private volatile View view;
    private volatile @Nullable Sample keyFrame;
    private volatile int waiting;
    private final AtomicReference<LossHint> loss = new AtomicReference<>(LossHint.NONE);
    private boolean over;

    /**
     * Where a program stands when it comes on air.
     *
     * @param init the header for its players; null before it came
     * @param codecs what its pictures so far need; null as long as there is no header
     * @param standBy a picture that may come at any moment, NAL units with lengths
     * @param stored what was kept so far
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Start(
            Session session,
            byte @Nullable [] init,
            @Nullable Codecs codecs,
            byte[] standBy,
            Takes takes,
            Layer layer,
            View view,
            SampleLog stored) {}

    Live(Vertx vertx, Context owner, Start start) {
        this.vertx = vertx;
        this.owner = owner;
        this.stored = start.stored;
        this.header = new Header(start.standBy, start.init, start.codecs);
        this.session = start.session;
        this.takes = start.takes;
        this.view = start.view;
        this.overlay = new Overlay(vertx, owner, start.layer);
    }

    public Session session() {
        return session;
    }

    public Id channel() {
        return session.channel();
    }

    /** Who came on air so far. */
    public Takes takes() {
        return takes;
    }

    /** What is shown above the picture, who came on air too. */
    public Overlay overlay() {
        return overlay;
    }

    /** What can be played now. */
    public View view() {
        return view;
    }

    /** The header as it came; null before that. */
    public byte @Nullable [] init() {
        return header.bytes();
    }

    /**
     * What the takes so far need of a player, and the stand-by picture, which may come at any
     * moment; after a restart, what the header and the takes of the live window and since then
     * need.
     *
     * @throws IllegalStateException before the header came
     */
    public Codecs codecs() {
        return header.codecs();
    }

    /** The latest key frame; null before the first. */
    public @Nullable Sample keyFrame() {
        return keyFrame;
    }

    /** How many requests wait for something to be published. */
    public int waiting() {
        return waiting;
    }

    /**
     * A viewer by WebRTC tells how much of the sound does not arrive.
     *
     * @param fraction 0 to 1, since he told it last (RFC 3550 section 6.4.1)
     */
    public void lost(double fraction) {
        long now = System.nanoTime();
        loss.updateAndGet(known -> known.heard(fraction, now));
    }

    /** What the worst of those viewers loses of late, in percent: 0, or 5 to 20. */
    public int loss() {
        return loss.get().percent(System.nanoTime());
    }

    /** What is stored so far, for reading by workers; closed once the program has ended. */
    public SampleLog stored() {
        return stored;
    }

    /** The view once it fulfils the condition; fails with 503 after the time. */
    public Future<View> await(Predicate<View> until, long patienceNanos) {
        View now = view;
        if (until.test(now)) {
            return Future.succeededFuture(now);
        }
        Promise<View> promise = Promise.promise();
        Context caller = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
        long deadline = System.nanoTime() + patienceNanos;
        owner.runOnContext(go -> onAwait(new Waiters.Waiter<>(until, promise, caller, deadline)));
        return promise.future();
    }

    private void onAwait(Waiters.Waiter<View> waiter) {
        waiters.add(waiter);
        if (waiter.until().test(view)) {
            waiters.published(view);
        }
        waiting = waiters.size();
    }

    /** Hands every sample on as it arrives; one that comes late is told at once that it is over. */
    public void tap(Tap tap) {
        owner.runOnContext(go -> onTap(tap));
    }

    private void onTap(Tap tap) {
        if (over) {
            tap.onEnded();
        } else {
            taps.add(tap);
        }
    }

    public void untap(Tap tap) {
        owner.runOnContext(go -> taps.remove(tap));
    }

    void onHeader(byte[] init) {
        header.come(init);
    }

    void onKeyFrame(Sample picture) {
        keyFrame = picture;
        header.seen(picture.data());
    }

    void onSample(Sample sample) {
        taps.sample(sample);
    }

    void onView(View fresh) {
        view = fresh;
    }

    /** Answers who waited for the view. */
    void onPublished() {
        waiters.published(view);
        waiting = waiters.size();
    }

    void onExpire(long nowNanos) {
        waiters.expire(nowNanos);
        overlay.onExpire(nowNanos);
        waiting = waiters.size();
    }

    void onWords(Session words) {
        session = words;
    }

    void onTakes(Takes all) {
        takes = all;
    }

    void onLayer(Layer all) {
        overlay.onLayer(all);
    }

    void onOver() {
        over = true;
        taps.end();
        overlay.onOver();
    }
}
