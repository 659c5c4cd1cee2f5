package io.rostrum.center.program;

import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A room on air: takes what the room sees and hears, and brings it to the streaming server.
 *
 * <p>The room's side of the crossing: called from the room's thread, never blocks, and calls back
 * there through the given executor. What the program's thread cannot take in time is dropped and
 * counted, never waited for.
 */
public final class Program {
    private final ProgramThread thread;

    private Program(ProgramThread thread) {
        this.thread = thread;
    }

    /**
     * Goes on air: opens the session at once, with the first picture or, half a second later, with
     * a stand-by picture. {@link #take} says whose picture it is.
     *
     * @param room runs what is told to {@code pictures} and {@code listener} on the room's thread
     * @param clock monotonic nanoseconds, the server time of pictures and sound
     */
    public static Program start(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            Pictures pictures,
            ProgramListener listener,
            Executor room,
            LongSupplier clock) {
        Control control = new Control(pictures, listener, room);
        return new Program(ProgramThread.start(vertx, settings, target, control, clock));
    }

    /**
     * Takes up a program that was on air when its center died: goes on in the same session, with
     * the stand-by picture for the time between.
     *
     * @param origin server time at which the program began; it may be before the clock's 0
     */
    public static Program resume(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            long origin,
            Pictures pictures,
            ProgramListener listener,
            Executor room,
            LongSupplier clock) {
        Control control = new Control(pictures, listener, room);
        return new Program(ProgramThread.resume(vertx, settings, target, origin, control, clock));
    }

    /**
     * Cuts to that source's picture at its next key frame; null: the card at once.
     *
     * @param name what viewers are told
     */
    public void take(@Nullable String source, @Nullable String name) {
        thread.post(new Order.Take(source, name));
    }

    /**
     * What the card says that is shown where no picture of that source comes, and with none taken.
     *
     * @param text a name or a title
     */
    public void card(String text) {
        thread.post(new Order.Card(text));
    }

    /** A picture of a source that was subscribed to; others are ignored. */
    public void onPicture(SourcePicture picture) {
        thread.show(new Order.Picture(picture));
    }

    /** Pictures of a source since its latest key frame, that one first; one at least. */
    public void onGroup(List<SourcePicture> pictures) {
        thread.show(new Order.Group(pictures));
    }

    /**
     * The next 20 ms of the program mix, as {@code media.audio.Mixer.Program} gives it.
     *
     * @param timeNanos server time of its first sample: the mixer's own rhythm, not the clock's
     * @param stereo 960 samples, interleaved; copied
     * @param opus the same sound, coded; copied from 0 to {@code length}
     */
    public void onSound(long timeNanos, float[] stereo, byte[] opus, int length) {
        if (stereo.length < SoundTrack.TICK * 2) {
            throw new IllegalArgumentException("a tick has 960 samples of two channels");
        }
        byte[] packet = Arrays.copyOf(opus, length);
        thread.hear(new Order.Sound(new SoundTrack.Tick(timeNanos, stereo.clone(), packet)));
    }

    /** Ends the program; the listener is told when the rest is delivered. */
    public void stop() {
        thread.post(new Order.Stop());
    }

    /** Pictures and ticks that the program's thread could not take in time. */
    public long dropped() {
        return thread.dropped();
    }
}
