package io.rostrum.streaming.live;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Takes;

/**
 * Says what viewers get of one program: who packages a feed has one, and so would a server that
 * pulls it from another. Confined to the program's event loop.
 */
public final class Writer {
    private final OnAir onAir;
    private final Live live;
    private boolean announced;

    Writer(OnAir onAir, Live live) {
        this.onAir = onAir;
        this.live = live;
    }

    /** What viewers are given. */
    public Live live() {
        return live;
    }

    /** The header came. */
    public void header(byte[] init) {
        live.onHeader(init);
    }

    /** A key frame of the program itself came, which may be shown as its picture. */
    public void keyFrame(Sample picture) {
        live.onKeyFrame(picture);
    }

    /** The next sample, for who takes them as they come. */
    public void sample(Sample sample) {
        live.onSample(sample);
    }

    /** There is more to play. */
    public void publish(View fresh) {
        live.onView(fresh);
        if (!announced && fresh.playable() && !fresh.ended()) {
            announced = true;
            onAir.playable(live);
        }
        live.onPublished();
    }

    /** Sends away who has waited too long. */
    public void expire(long nowNanos) {
        live.onExpire(nowNanos);
    }

    /** Title, picture or visibility changed. */
    public void reword(Session words) {
        live.onWords(words);
        onAir.changed(live);
    }

    /** Somebody came on air. */
    public void took(Takes all) {
        live.onTakes(all);
    }

    /** Something else is shown above the picture. */
    public void layer(Layer all) {
        live.onLayer(all);
    }

    /** No sample follows. */
    public void over() {
        live.onOver();
    }

    /**
     * The program is off its channel; its last seconds can still be played.
     *
     * @param last its words from now on
     * @param kept whether there is a recording
     */
    public void ended(Session last, boolean kept) {
        live.onWords(last);
        onAir.ended(live, kept);
    }
}
