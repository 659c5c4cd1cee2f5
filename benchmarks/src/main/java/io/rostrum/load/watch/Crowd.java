package io.rostrum.load.watch;

import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.sdp.SdpException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Many light viewers by WHEP on one thread. Any thread may ask. */
public final class Crowd implements AutoCloseable {
    private static final long TICK_NANOS = 50_000_000L;

    private final URI whep;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SecureRandom random = new SecureRandom();
    private final DtlsIdentity identity = DtlsIdentity.create(random, Instant.now());
    private final Executor handshakes = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final BufferPool pool = new BufferPool(64);
    private final ByteBuffer room = ByteBuffer.allocate(BufferPool.DATAGRAM);
    private final List<Spectator> all = new ArrayList<>();
    private final Selector selector;
    private final Thread thread;
    private volatile boolean over;

    /**
     * What has come so far.
     *
     * @param connected viewers with a path that stands
     * @param lost packets that never came, of those that were sent
     */
    public record Count(int connected, long packets, long lost, long bytes) {}

    /**
     * @param whep where a channel can be had by WHEP
     */
    public Crowd(URI whep) throws IOException {
        this.whep = whep;
        selector = Selector.open();
        thread = Thread.ofPlatform().name("crowd").start(this::live);
    }

    /** One more; inside, but perhaps not connected yet, when this returns. */
    public void admit() throws IOException, InterruptedException {
        Spectator one = new Spectator(identity, random);
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(whep)
                                .header("Content-Type", "application/sdp")
                                .POST(BodyPublishers.ofString(one.offer()))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("no place: " + answer.statusCode() + " " + answer.body());
        }
        tasks.add(() -> connect(one, answer.body()));
        selector.wakeup();
    }

    private void connect(Spectator one, String answer) {
        try {
            one.connect(answer, pool, this::execute, handshakes, random);
            one.channel().register(selector, SelectionKey.OP_READ, one);
            all.add(one);
        } catch (IOException | SdpException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void live() {
        long ticked = System.nanoTime();
        while (!over) {
            try {
                selector.select(this::read, 10);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            long now = System.nanoTime();
            if (now - ticked >= TICK_NANOS) {
                ticked = now;
                all.forEach(one -> one.tick(now));
            }
        }
        all.forEach(Crowd::leave);
    }

    private void read(SelectionKey key) {
        try {
            if (key.attachment() instanceof Spectator one) {
                one.read(room, pool);
            }
        } catch (IOException refused) {
            // The server is gone: his consent will expire.
        }
    }

    private static void leave(Spectator one) {
        try {
            one.leave();
        } catch (IOException gone) {
            // He wanted to leave.
        }
    }

    /** As it is now. */
    public Count count() {
        CompletableFuture<Count> counted = new CompletableFuture<>();
        execute(() -> counted.complete(counted()));
        return counted.join();
    }

    private Count counted() {
        return new Count(
                (int) all.stream().filter(Spectator::connected).count(),
                all.stream().mapToLong(one -> one.arrivals().received()).sum(),
                all.stream().mapToLong(one -> one.arrivals().lost()).sum(),
                all.stream().mapToLong(one -> one.arrivals().bytes()).sum());
    }

    @Override
    public void close() throws IOException {
        over = true;
        selector.wakeup();
        Feeder.join(thread);
        selector.close();
        http.close();
    }
}
