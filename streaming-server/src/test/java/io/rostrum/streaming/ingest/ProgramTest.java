package io.rostrum.streaming.ingest;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.live.Unmoved;
import io.rostrum.streaming.packager.StandIn;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.rostrum.streaming.timeline.Shown;
import io.rostrum.streaming.timeline.Takes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose disk does its work when the test says so. */
class ProgramTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final long NEVER = Long.MAX_VALUE / 2;

    private static final byte[] HEADER =
            FeedTracks.init(
                            AvcConfig.of(
                                    HexFormat.of().parseHex("6742c01fd9005005bb011000"),
                                    HexFormat.of().parseHex("68cb83cb20")))
                    .bytes();

    private final DiskHealth health = new DiskHealth();
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Runnable> disk = new LinkedBlockingQueue<>();
    @TempDir Path folder;
    private DataDirectory data;
    private Program program;

    @BeforeEach
    void begin() throws IOException {
        data = DataDirectory.open(folder);
        Session session =
                new Session(
                        new Id("s1"),
                        new Id("r1"),
                        "Town hall",
                        "Ana",
                        START,
                        null,
                        null,
                        Visibility.PUBLIC);
        SessionFolder kept = data.create(session);
        Context owner = vertx.getOrCreateContext();
        SampleLog log = kept.write();
        Program.Start start = Recovery.fresh(session);
        program =
                new Program(
                        vertx,
                        owner,
                        new Storage(owner, new Lane(disk::add), kept, log, health, () -> true),
                        start,
                        new OnAir(vertx, new Unmoved())
                                .begin(
                                        owner,
                                        new Live.Start(
                                                session,
                                                null,
                                                null,
                                                new byte[0],
                                                Takes.NONE,
                                                Layer.NONE,
                                                start.reel().publication().visible(),
                                                log)),
                        new FeedMeters(new SimpleMeterRegistry()),
                        new Program.Limits(
                                new Intake.Bounds(1 << 20, NEVER),
                                NEVER,
                                new Edge.Patience(
                                        new StandIn.Still(new byte[0], new byte[0]), NEVER)),
                        ended -> {});
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
        data.close();
    }

    private void diskWorks() throws InterruptedException {
        Runnable work = disk.poll(10, SECONDS);
        assertThat(work).as("the disk was asked for something").isNotNull();
        work.run();
    }

    private void diskWorksUntil(Future<?> done) throws Exception {
        while (!done.isComplete()) {
            Runnable work = disk.poll(10, MILLISECONDS);
            if (work != null) {
                work.run();
            }
        }
        assertThat(outcome(done)).isNull();
    }

    private static <T> T outcome(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private Future<Boolean> close(Visibility visibility) {
        return program.change(session -> session.seenBy(visibility));
    }

    @Test
    void whileItIsLiveAChangeIsKept() throws Exception {
        Future<Boolean> changed = close(Visibility.PRIVATE);
        diskWorks();
        assertThat(outcome(changed)).isTrue();
        assertThat(program.session().visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void aChangeInTheInstantOfItsEndWaitsForTheEndAndIsNoError() throws Exception {
        Future<Void> ended = program.end();
        Future<Boolean> changed = close(Visibility.PRIVATE);
        assertThat(ended.isComplete()).isFalse();
        assertThat(changed.isComplete()).isFalse();
        diskWorks();
        assertThat(outcome(changed)).as("it was live no more").isFalse();
        assertThat(ended.succeeded()).isTrue();
        assertThat(outcome(close(Visibility.PUBLIC))).isFalse();
    }

    @Test
    void ofTwoHeadersThatComeAtOnceTheFirstCounts() throws Exception {
        Future<Void> first = program.init(HEADER, START);
        Future<Void> other = program.init(new byte[] {2}, START);
        Future<Void> again = program.init(HEADER, START);
        diskWorksUntil(first);
        assertThat(outcome(other.otherwiseEmpty())).isNull();
        assertThat(other.cause()).hasMessageContaining("another header");
        assertThat(outcome(first)).isNull();
        assertThat(outcome(again)).isNull();
        assertThat(disk).as("it is written once").isEmpty();
        assertThat(program.live().init()).isEqualTo(HEADER);
    }

    @Test
    void whatChangesWhileTheHeaderIsWrittenDoesNotUndoWhenItBegan() throws Exception {
        Instant begins = START.plusSeconds(3);
        Future<Void> headed = program.init(HEADER, begins);
        Future<Void> worded = program.reword(session -> session.changed("Better", null));
        diskWorksUntil(headed);
        diskWorksUntil(worded);
        Session kept = data.folder(new Id("s1")).session().orElseThrow();
        assertThat(kept).isEqualTo(program.session());
        assertThat(kept.startedAt()).isEqualTo(begins);
        assertThat(kept.title()).isEqualTo("Better");
    }

    @Test
    void aTakeThatComesWithTheEndOfASessionWritesIntoNoFolderThatIsGone() throws Exception {
        Future<Void> ended = program.end();
        Future<Void> took = program.took("Ben", OptionalLong.of(0));
        Future<Void> worded = program.reword(session -> session.changed("Late", null));
        Future<Void> headed = program.init(new byte[0], START);
        diskWorks();
        assertThat(outcome(ended.otherwiseEmpty())).isNull();
        for (Future<Void> late : List.of(took, worded, headed)) {
            assertThat(late.cause()).hasMessageContaining("has ended");
        }
        assertThat(disk).as("the disk is asked for nothing more").isEmpty();
        assertThat(health.trouble()).isEmpty();
    }

    private Layer shown() {
        return program.live().overlay().layer();
    }

    @Test
    void whatIsShownIsKeptBeforeViewersAreTold() throws Exception {
        Future<Layer.Switches> first = program.show(now -> List.of(new Shown.Clock(true)));
        Future<Layer.Switches> next =
                program.show(now -> List.of(new Shown.Names(now.clock()), new Shown.Clock(true)));
        Runnable work = disk.poll(10, SECONDS);
        assertThat(shown().all()).isEmpty();
        assertThat(data.folder(new Id("s1")).layer().all()).isEmpty();
        work.run();
        assertThat(outcome(first).clock()).isTrue();
        diskWorksUntil(next.mapEmpty());
        assertThat(outcome(next).names()).as("it knew what came before").isTrue();
        assertThat(shown().all()).hasSize(2);
        assertThat(data.folder(new Id("s1")).layer()).isEqualTo(shown());
    }

    @Test
    void whatCannotBeKeptIsNotShownAndTheNextMayBe() throws Exception {
        Path file = folder.resolve("sessions/s1/layer.log");
        Files.createDirectory(file); // nobody can write there
        Future<Layer.Switches> refused = program.show(now -> List.of(new Shown.Clock(true)));
        diskWorks();
        assertThat(outcome(refused.map(true).otherwise(false))).isFalse();
        assertThat(shown().all()).isEmpty();
        Files.delete(file);
        diskWorksUntil(program.show(now -> List.of(new Shown.Clock(!now.clock()))).mapEmpty());
        assertThat(shown().switches().clock()).isTrue();
    }

    @Test
    void aHostCannotMakeUsKeepWithoutBound() throws Exception {
        List<Shown> many = new ArrayList<>();
        for (int i = 0; i <= Layer.MOST; i++) {
            many.add(new Shown.Clock(i % 2 == 0));
        }
        Future<Layer.Switches> refused = program.show(now -> many);
        assertThat(outcome(refused.map(true).otherwise(false))).isFalse();
        assertThat(refused.cause()).hasMessageContaining("at most");
        diskWorksUntil(program.show(now -> many.subList(0, Layer.MOST)).mapEmpty());
        assertThat(shown().all()).hasSize(Layer.MOST);
        Future<Layer.Switches> more = program.show(now -> List.of(new Shown.Names(true)));
        assertThat(outcome(more.map(true).otherwise(false))).isFalse();
    }

    @Test
    void nothingIsShownAboveAProgramThatIsOver() throws Exception {
        Future<Void> ended = program.end();
        Future<Layer.Switches> late = program.show(now -> List.of(new Shown.Clock(true)));
        diskWorks();
        assertThat(outcome(ended.otherwiseEmpty())).isNull();
        assertThat(outcome(late.map(true).otherwise(false))).isFalse();
        assertThat(disk).isEmpty();
    }

    @Test
    void whatTheWorstOfItsViewersLosesIsTold() {
        assertThat(program.live().loss()).isZero();
        program.live().lost(0.004);
        assertThat(program.live().loss()).isZero();
        program.live().lost(0.07);
        program.live().lost(0);
        assertThat(program.live().loss()).isEqualTo(7);
        program.live().lost(1);
        assertThat(program.live().loss()).isEqualTo(20);
    }
}
