package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rostrum.gate.Network;
import io.rostrum.gate.Waiting;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.net.Loop;
import io.rostrum.net.Loops;
import io.rostrum.net.Ports;
import io.rostrum.net.ServerTime;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.live.Unmoved;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Takes;
import io.rostrum.testing.FakeClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Viewers on a real loop who never answer; the clock is the test's. */
class StandTest {
    private static final Network EVE = new Network("192.0.2.7");

    @TempDir Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Vertx vertx = Vertx.vertx();
    private final FakeClock clock = new FakeClock();
    private final DtlsIdentity identity = DtlsIdentity.create(random, Instant.EPOCH);
    private final Loop loop = loop();
    private final Stand stand = stand();
    private final Entrance entrance = new Entrance(10, 10);

    private Loop loop() {
        return Loops.open(vertx, new Ports(InetAddress.getLoopbackAddress(), 0, 1), clock::nanos)
                .map(loops -> loops.all().getFirst())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Stand stand() {
        return new Stand(
                loop,
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)),
                new Surroundings(
                        loop.pool(), loop.port()::send, loop.executor(), Runnable::run, random),
                identity,
                new ServerTime(Instant.EPOCH, 0),
                clock::nanos,
                new WhepMeters(new SimpleMeterRegistry()),
                new Viewers());
    }

    private Live program(Session session, SampleLog log) {
        OnAir onAir = new OnAir(vertx, new Unmoved());
        onAir.begin(
                vertx.getOrCreateContext(),
                new Live.Start(
                        session,
                        null,
                        null,
                        new byte[0],
                        Takes.NONE,
                        Layer.NONE,
                        View.empty(Instant.EPOCH, 1),
                        log));
        return onAir.onChannel(new Id("r1")).orElseThrow();
    }

    private Live program() throws IOException {
        DataDirectory data = DataDirectory.open(folder);
        Session session =
                new Session(
                        new Id("s1"),
                        new Id("r1"),
                        "Town hall",
                        "Ana",
                        Instant.EPOCH,
                        null,
                        null,
                        Visibility.PUBLIC);
        return program(session, data.create(session).write());
    }

    private String offer() {
        return new Offerer(
                        new LocalEnd(
                                IceCredentials.random(random),
                                identity.fingerprint(),
                                List.of(),
                                "viewer"),
                        List.of(),
                        List.of(Format.H264),
                        random::nextInt)
                .offer();
    }

    private void open(String id, Live program, Entrance.Ticket ticket) {
        try {
            stand.open(id, id, program, ticket, offer());
        } catch (SdpException e) {
            throw new AssertionError(e);
        }
    }

    private void onLoop(Runnable task) {
        CompletableFuture.runAsync(task, loop.executor()).orTimeout(10, TimeUnit.SECONDS).join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aViewerWhoFailsStopsNoNeighboursTimeAndIsSentAway() throws IOException {
        Live program = program();
        Entrance.Ticket well = entrance.ask(EVE, () -> {}).ticket();
        onLoop(() -> {
            open("broken", program, broken());
            open("well", program, well);
            clock.advance(Duration.ofSeconds(20));
            stand.tick();
            assertThat(entrance.asking()).isZero();
            assertThat(stand.close("broken")).isFalse();
            assertThat(stand.close("well")).isFalse();
        });
    }

    /** One that cannot be given back. */
    private Entrance.Ticket broken() {
        return entrance.new Ticket(new Waiting(1, 1).take(EVE, () -> {})) {
            @Override
            void close() {
                throw new IllegalStateException("a place that nobody has");
            }
        };
    }
}
