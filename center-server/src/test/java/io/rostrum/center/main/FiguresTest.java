package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rostrum.center.conversion.Conversions;
import io.rostrum.center.peer.MediaCounters;
import io.rostrum.center.program.Drops;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.signal.SocketMeters;
import io.rostrum.center.still.StillMaker;
import io.rostrum.net.LogThread;
import io.rostrum.net.Loops;
import io.rostrum.net.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted is told. */
class FiguresTest {
    private final Vertx vertx = Vertx.vertx();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MediaCounters media = new MediaCounters();
    private final Drops drops = new Drops();
    private final SocketMeters sockets = new SocketMeters();
    private final LogThread lines = LogThread.start();
    private final Conversions conversions = new Conversions(1);
    private final StillMaker stills = new StillMaker(1, System::nanoTime);
    private Loops loops;
    private long next = 1_000_000;

    @BeforeEach
    void register() {
        Ports ports = new Ports(InetAddress.getLoopbackAddress(), 0, 1);
        loops = TestClient.await(Loops.open(vertx, ports, System::nanoTime));
        Figures.register(
                registry, loops, media, drops, new Rooms(id -> Future.failedFuture("none")));
        Figures.register(registry, sockets);
        Figures.register(registry, lines);
        Figures.register(registry, conversions);
        Figures.register(registry, stills);
    }

    @AfterEach
    void stop() {
        lines.close();
        stills.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Gives every counter of an object a number that no other has. */
    private List<Long> number(Object counting) throws IllegalAccessException {
        List<Long> numbers = new ArrayList<>();
        for (Field field : counting.getClass().getDeclaredFields()) {
            if (field.getType() == LongAdder.class) {
                field.setAccessible(true);
                numbers.add(next);
                ((LongAdder) field.get(counting)).add(next++);
            }
        }
        assertThat(numbers).as(counting.getClass().getName()).isNotEmpty();
        return numbers;
    }

    @Test
    void everyCounterIsAMetric() throws IllegalAccessException {
        List<Object> counting =
                List.of(
                        media,
                        drops,
                        sockets,
                        lines,
                        conversions,
                        stills,
                        loops.all().getFirst().port());
        for (Object each : counting) {
            List<Long> numbers = number(each);
            assertThat(numbers).as(each.getClass().getName()).isSubsetOf(told());
        }
    }

    private List<Long> told() {
        return registry.getMeters().stream()
                .filter(FunctionCounter.class::isInstance)
                .map(meter -> (long) ((FunctionCounter) meter).count())
                .toList();
    }

    @Test
    void everyMetricIsInTheManualOfTheOperator() throws Exception {
        String manual = Files.readString(Path.of("../docs/operations.md"));
        for (var meter : registry.getMeters()) {
            String name = meter.getId().getName().replace('.', '_');
            if (name.startsWith("rostrum_")) {
                assertThat(manual).containsAnyOf('`' + name + '`', '`' + name + "_total`");
            }
        }
    }
}
