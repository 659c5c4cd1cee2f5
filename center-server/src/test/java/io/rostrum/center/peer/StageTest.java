package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.conversion.Conversions;
import io.rostrum.center.room.RoomMedia;
import io.rostrum.center.still.StillMaker;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.net.Loop;
import io.rostrum.net.Loops;
import io.rostrum.net.Ports;
import io.rostrum.net.ServerTime;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import io.rostrum.testing.FakeClock;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A room's media on a real loop; nobody ever answers, and the clock is the test's. */
class StageTest {
    private final SecureRandom random = new SecureRandom();
    private final Vertx vertx = Vertx.vertx();
    private final FakeClock clock = new FakeClock();
    private final DtlsIdentity identity = DtlsIdentity.create(random, Instant.EPOCH);
    private final StillMaker stills = new StillMaker(0, clock::nanos);
    private final Loop loop = loop();
    private final Stage stage = new Stage(station());
    private final Room room = new Room();

    /** Writes down who was lost; fails where it is told to. */
    private static final class Room implements RoomMedia.Listener {
        private final List<String> lost = new ArrayList<>();
        private final List<Map<String, Integer>> levels = new ArrayList<>();
        private @Nullable String failing;

        @Override
        public void onVideo(String participant, @Nullable VideoCodec codec) {}

        @Override
        public void onTrouble(String participant, @Nullable VideoTrouble trouble) {}

        @Override
        public void onCut(String viewer, String participant) {}

        @Override
        public void onSpeaker(@Nullable String participant) {}

        @Override
        public void onLevels(Map<String, Integer> told) {
            levels.add(told);
        }

        @Override
        public void onLost(String participant, long nowNanos) {
            lost.add(participant);
            if (participant.equals(failing)) {
                throw new IllegalStateException("a room that fails");
            }
        }
    }

    private Loop loop() {
        return Loops.open(vertx, new Ports(InetAddress.getLoopbackAddress(), 0, 1), clock::nanos)
                .map(loops -> loops.all().getFirst())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Station station() {
        return Station.open(
                loop,
                List.of(InetAddress.getLoopbackAddress()),
                identity,
                random,
                Runnable::run,
                new ServerTime(Instant.EPOCH, 0),
                clock::nanos,
                new MediaCounters(),
                new Conversions(0),
                stills);
    }

    private String offer() {
        return new Offerer(
                        new LocalEnd(
                                IceCredentials.random(random),
                                identity.fingerprint(),
                                List.of(),
                                "test"),
                        List.of(Format.H264),
                        List.of(Format.H264),
                        random::nextInt)
                .offer();
    }

    private void onLoop(Runnable task) {
        CompletableFuture.runAsync(task, loop.executor()).orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void open(String... participants) {
        onLoop(() -> {
            stage.attach(room);
            for (String participant : participants) {
                stage.open(participant, offer(), false, clock.nanos());
            }
        });
    }

    @AfterEach
    void close() {
        stills.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatFailsForOneParticipantIsDoneForHisNeighboursInTheSameTick() {
        room.failing = "ana";
        open("ana", "ben", "chen");
        onLoop(() -> {
            clock.advance(Duration.ofSeconds(20));
            stage.tick();
            stage.tick();
            assertThat(room.lost).contains("ana", "ben", "chen");
        });
    }

    @Test
    void aProgramThatFailsToTakeTheSoundStopsNoParticipantsTime() {
        open("ana");
        onLoop(() -> {
            stage.tap((tickNanos, stereo, opus, length) -> {
                throw new IllegalStateException("a program that fails");
            });
            clock.advance(Duration.ofSeconds(20));
            stage.tick();
            stage.tick();
            assertThat(room.lost).contains("ana");
        });
    }
}
