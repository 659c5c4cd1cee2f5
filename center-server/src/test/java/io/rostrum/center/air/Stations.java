package io.rostrum.center.air;

import io.rostrum.center.program.ProgramListener;
import io.rostrum.center.program.ProgramState;
import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.center.room.Studio;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A disk that writes when told, and a streaming server that may be away. */
final class Stations {
    private Stations() {}

    /** What outlives a center: every write is done, or lost with the crash. */
    static final class Disk {
        private final Map<String, Mark> files = new LinkedHashMap<>();
        private final Supplier<Instant> clock;

        Disk(Supplier<Instant> clock) {
            this.clock = clock;
        }

        List<Mark> all() {
            return List.copyOf(files.values());
        }
    }

    /** One center's way to the disk. */
    static final class Writes implements Ledger {
        private final Disk disk;
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final Set<String> own = new HashSet<>();
        private boolean dead;

        Writes(Disk disk) {
            this.disk = disk;
        }

        @Override
        public Future<Void> keep(Mark mark) {
            if (mark.stopped()) {
                own.remove(mark.fileName());
            } else {
                own.add(mark.fileName());
            }
            return write(() -> disk.files.put(mark.fileName(), at(mark, disk.clock.get())));
        }

        @Override
        public Future<Void> forget(Mark mark) {
            own.remove(mark.fileName());
            return write(() -> disk.files.remove(mark.fileName()));
        }

        private Future<Void> write(Runnable change) {
            Promise<Void> done = Promise.promise();
            waiting.add(() -> {
                change.run();
                if (!dead) {
                    done.complete();
                }
            });
            return done.future();
        }

        void beat() {
            disk.files.replaceAll(
                    (name, mark) -> own.contains(name) ? at(mark, disk.clock.get()) : mark);
        }

        private static Mark at(Mark mark, Instant seen) {
            return new Mark(mark.room(), mark.program(), mark.stopped(), seen);
        }

        void writeOne() {
            Runnable first = waiting.poll();
            if (first != null) {
                first.run();
            }
        }

        void writeAll() {
            while (!waiting.isEmpty()) {
                writeOne();
            }
        }

        /** The crash comes before the next write, or between it and its answer. */
        void crash(boolean between) {
            dead = true;
            if (between) {
                writeOne();
            }
            waiting.clear();
        }
    }

    /** The streaming server: sessions outlive it. */
    static final class Streaming {
        private static final Duration RESUME_WINDOW = Duration.ofMinutes(5);
        private final Map<String, Instant> live = new LinkedHashMap<>();
        private final Set<String> ended = new HashSet<>();
        boolean up = true;

        @Nullable Failure open(String session, Instant now) {
            if (ended.contains(session)) {
                return Failure.REFUSED;
            }
            if (!live.isEmpty() && !live.containsKey(session)) {
                return Failure.CHANNEL_ON_AIR;
            }
            live.put(session, now);
            return null;
        }

        void end(String session) {
            if (live.remove(session) != null) {
                ended.add(session);
            }
        }

        void tick(Instant now) {
            if (up) {
                List.copyOf(live.entrySet()).stream()
                        .filter(one ->
                                Duration.between(one.getValue(), now).compareTo(RESUME_WINDOW) > 0)
                        .forEach(one -> end(one.getKey()));
            }
        }

        void restart(Instant now) {
            up = true;
            live.replaceAll((session, heard) -> now);
        }

        Set<String> listed() {
            return up ? live.keySet() : Set.of();
        }

        Future<Void> door(Mark mark) {
            if (!up) {
                return Future.failedFuture("away");
            }
            end(mark.program().session());
            return Future.succeededFuture();
        }
    }

    /** The programs of one center. */
    static final class Lines implements Transmitter {
        private final Streaming streaming;
        private final Supplier<Instant> clock;
        final List<Line> all = new ArrayList<>();

        Lines(Streaming streaming, Supplier<Instant> clock) {
            this.streaming = streaming;
            this.clock = clock;
        }

        @Override
        public Line start(Studio.Left program, ProgramListener listener) {
            Line line = new Line(program.session(), listener);
            all.add(line);
            return line;
        }

        @Override
        public Line resume(Studio.Left program, ProgramListener listener) {
            return start(program, listener);
        }

        void tick() {
            List.copyOf(all).forEach(Line::tick);
        }

        /** One program. */
        final class Line implements Transmission {
            private static final Duration ENDING = Duration.ofSeconds(10);
            private final String session;
            private final ProgramListener listener;
            private @Nullable Instant stopped;
            private boolean told;

            Line(String session, ProgramListener listener) {
                this.session = session;
                this.listener = listener;
            }

            @Override
            public void take(@Nullable String participant, @Nullable String name) {}

            @Override
            public void card(String text) {}

            @Override
            public void stop() {
                stopped = stopped == null ? clock.get() : stopped;
            }

            boolean sends() {
                return stopped == null && streaming.listed().contains(session);
            }

            private void tick() {
                if (streaming.up) {
                    Failure refused = streaming.open(session, clock.get());
                    if (refused != null) {
                        off(new ProgramState(Phase.OFF, "refused", refused));
                    } else if (stopped != null) {
                        streaming.end(session);
                        off(new ProgramState(Phase.OFF, null, null));
                    } else if (!told) {
                        told = true;
                        listener.onState(new ProgramState(Phase.ON, null, null));
                    }
                } else if (stopped != null
                        && Duration.between(stopped, clock.get()).compareTo(ENDING) >= 0) {
                    off(new ProgramState(Phase.OFF, "late", Failure.TAIL_LOST));
                }
            }

            private void off(ProgramState last) {
                all.remove(this);
                listener.onState(last);
            }
        }
    }
}
