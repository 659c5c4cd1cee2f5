package io.rostrum.media.audio;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jitsi.utils.dsi.DominantSpeakerIdentification;
import org.jspecify.annotations.Nullable;

/**
 * Tells who is leading the conversation, by jitsi-utils' dominant speaker identification (Volfin
 * and Cohen, 2013).
 *
 * <p>That class wants a clock and an executor. Both are ours here: the clock is the time of the
 * last call, and what it schedules runs inside {@link #tick}, so there is no thread and no real
 * clock.
 *
 * @param <T> what names a speaker
 */
public final class DominantSpeaker<T> {
    private final Consumer<T> changed;
    private final GivenTime clock = new GivenTime();
    private final Later later = new Later();
    private final Set<T> present = new HashSet<>();
    private final DominantSpeakerIdentification<T> algorithm;

    /**
     * @param changed told inside {@link #tick} who leads from now on
     */
    public DominantSpeaker(Consumer<T> changed) {
        this.changed = changed;
        algorithm = new DominantSpeakerIdentification<>(clock, later);
        algorithm.addActiveSpeakerChangedListener(this::onChange);
    }

    /**
     * Somebody's level, once for each packet or tick.
     *
     * @param level RFC 6464: 0 is the loudest, 127 is silence
     */
    public void heard(T speaker, int level, long nowNanos) {
        clock.set(nowNanos);
        if (level < Microphone.SPEAKING) {
            present.add(speaker);
        }
        if (!present.contains(speaker)) {
            return; // the algorithm gives the lead to the first it hears of, silent or not
        }
        algorithm.levelChanged(speaker, AudioLevel.SILENCE - level);
    }

    /** Decides; to be called every 20 ms or so. */
    public void tick(long nowNanos) {
        clock.set(nowNanos);
        later.run(clock.millis());
    }

    /** Nobody leads whom nobody can see: forgets somebody who has left. */
    public void left(T speaker) {
        present.remove(speaker);
    }

    /** Who leads, if anybody has spoken yet and not left. */
    public Optional<T> dominant() {
        T leader = algorithm.getDominantSpeaker();
        return leader == null || !present.contains(leader) ? Optional.empty() : Optional.of(leader);
    }

    private void onChange(@Nullable T leader) {
        if (leader != null && present.contains(leader)) {
            changed.accept(leader);
        }
    }

    /** Starts far from 0, which the algorithm takes for "never". */
    private static final class GivenTime extends Clock {
        private static final long START = 86_400_000;
        private long millis = START;

        void set(long nowNanos) {
            millis = START + Math.floorDiv(nowNanos, 1_000_000L);
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("only millis are asked for");
        }
    }

    /** Keeps what is to be done until its time comes by. */
    private final class Later extends AbstractExecutorService implements ScheduledExecutorService {
        private record Task(Runnable action, long atMillis) {}

        private List<Task> tasks = new ArrayList<>();

        void run(long nowMillis) {
            List<Task> due = tasks;
            tasks = new ArrayList<>();
            for (Task task : due) {
                if (task.atMillis <= nowMillis) {
                    task.action.run();
                } else {
                    tasks.add(task);
                }
            }
        }

        @Override
        public void execute(Runnable action) {
            tasks.add(new Task(action, clock.millis()));
        }

        // The caller drops the result.
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
            tasks.add(new Task(action, clock.millis() + unit.toMillis(delay)));
            return null;
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> action, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(
                Runnable action, long first, long period, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(
                Runnable action, long first, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void shutdown() {
            tasks.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            tasks.clear();
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
