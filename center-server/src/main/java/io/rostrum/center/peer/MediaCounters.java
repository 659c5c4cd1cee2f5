package io.rostrum.center.peer;

import io.rostrum.media.transport.TransportCounters;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What passed through all peers of a server; written once a second, read by anybody. */
public final class MediaCounters {
    private final AtomicInteger peers = new AtomicInteger();
    private final LongAdder rtpIn = new LongAdder();
    private final LongAdder rtpOut = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder unbound = new LongAdder();
    private final LongAdder malformed = new LongAdder();
    private final LongAdder cuts = new LongAdder();
    private final LongAdder caughtUp = new LongAdder();
    private final LongAdder givenUp = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder silent = new LongAdder();
    private final LongAdder missed = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder passedOver = new LongAdder();
    private final LongAdder beside = new LongAdder();

    void onOpened() {
        peers.incrementAndGet();
    }

    void onClosed() {
        peers.decrementAndGet();
    }

    void onMalformed(long more) {
        malformed.add(more);
    }

    void onCut() {
        cuts.increment();
    }

    void onSilent() {
        silent.increment();
    }

    void onUnbound() {
        unbound.increment();
    }

    /** Adds what passed since. */
    void add(TransportCounters since, TransportCounters now) {
        rtpIn.add(now.rtpIn() - since.rtpIn());
        rtpOut.add(now.rtpOut() - since.rtpOut());
        bytesIn.add(now.bytesIn() - since.bytesIn());
        bytesOut.add(now.bytesOut() - since.bytesOut());
        dropped.add(now.drops() - since.drops());
        beside.add(now.beside() - since.beside());
    }

    /** Adds what was counted since. */
    void add(LineCounts since) {
        missed.add(since.missed());
        unreadable.add(since.unreadable());
        late.add(since.late());
        passedOver.add(since.passedOver());
    }

    /** Adds what passed since. */
    void add(PictureCounts since, PictureCounts now) {
        caughtUp.add(now.caughtUp() - since.caughtUp());
        givenUp.add(now.givenUp() - since.givenUp());
        refused.add(now.refused() - since.refused());
        ignored.add(now.ignored() - since.ignored());
    }

    public int peers() {
        return peers.get();
    }

    public long rtpIn() {
        return rtpIn.sum();
    }

    public long rtpOut() {
        return rtpOut.sum();
    }

    public long bytesIn() {
        return bytesIn.sum();
    }

    public long bytesOut() {
        return bytesOut.sum();
    }

    /** Packets that went no further while their path stood. */
    public long dropped() {
        return dropped.sum();
    }

    /** Packets of sources that nobody negotiated. */
    public long unbound() {
        return unbound.sum();
    }

    /** RTCP packets that could not be read. */
    public long malformed() {
        return malformed.sum();
    }

    /** Cuts to a key frame of before, since the source sent no other in time. */
    public long caughtUp() {
        return caughtUp.sum();
    }

    /** Pictures since a key frame that were too many to be kept: nobody begins with them. */
    public long givenUp() {
        return givenUp.sum();
    }

    /** Packets of sources whose pictures come in another order than they are shown. */
    public long refused() {
        return refused.sum();
    }

    /** Packets of SSRCs that others have replaced. */
    public long ignored() {
        return ignored.sum();
    }

    /** Who were sent away because they were connected and no media of theirs came. */
    public long silent() {
        return silent.sum();
    }

    /** How often somebody's picture was cut. */
    public long cuts() {
        return cuts.sum();
    }

    /** Packets that were lost and are waited for no more. */
    public long missed() {
        return missed.sum();
    }

    /** Packets of sound and picture that could not be read. */
    public long unreadable() {
        return unreadable.sum();
    }

    /** Packets of sound that came after their time. */
    public long late() {
        return late.sum();
    }

    /** Packets of pictures that a receiver's switch left out. */
    public long passedOver() {
        return passedOver.sum();
    }

    /** Packets from before a connection stood, or after it. */
    public long beside() {
        return beside.sum();
    }
}
