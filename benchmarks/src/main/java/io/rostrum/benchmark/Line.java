package io.rostrum.benchmark;

import io.rostrum.load.watch.Askers;
import io.rostrum.load.watch.Feeder;
import io.rostrum.load.watch.Listing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A channel on air, and those who stand in line for what it brings next, in groups. */
final class Line implements AutoCloseable {
    private static final int PICTURE_RATE = 600_000;
    private static final int PARTS = 5;

    /** Playlists round to milliseconds, the cutter to three. */
    private static final long ROUNDING = 5 * 90;

    private final NavigableMap<Long, Long> sent = new ConcurrentSkipListMap<>();
    private final Deque<Askers> groups = new ArrayDeque<>();
    private final ExecutorService asking = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final Feeder feeder;
    private final URI media;

    /** On air for some seconds when this returns; nobody stands there yet. */
    Line(Site site) throws Exception {
        server = site.streaming();
        feeder =
                Feeder.start(
                        server,
                        "queue",
                        site.feedSecret(),
                        2,
                        PICTURE_RATE,
                        time -> sent.put(time, System.nanoTime()));
        TimeUnit.SECONDS.sleep(6);
        media = media(http, server.resolve("/live/queue/master.m3u8"));
    }

    /** A group more. */
    void join(int group) throws IOException {
        groups.addLast(new Askers(server, group));
    }

    /** The group that came last goes. */
    void leave() throws IOException {
        groups.removeLast().close();
    }

    /**
     * All wait for the part after the next four.
     *
     * @return for each, milliseconds from the picture that made it whole; in ascending order
     */
    List<Double> ask() throws Exception {
        Listing.Part newest = newest();
        Listing.Part asked = after(newest, newest.index() % PARTS);
        List<Long> answered = new ArrayList<>();
        for (Future<List<Long>> group : asked(asked)) {
            answered.addAll(group.get());
        }
        long arrival = arrival(asked);
        return answered.stream().map(at -> (at - arrival) / 1e6).sorted().toList();
    }

    /** What is told while all wait, for two seconds at least. */
    <T> T whileWaiting(Asked<T> question) throws Exception {
        List<Future<List<Long>>> waiting = asked(after(newest(), PARTS - 1));
        TimeUnit.MILLISECONDS.sleep(500);
        T told = question.ask();
        for (Future<List<Long>> group : waiting) {
            group.get();
        }
        return told;
    }

    /** A question that may fail. */
    @FunctionalInterface
    interface Asked<T> {
        T ask() throws Exception;
    }

    private List<Future<List<Long>>> asked(Listing.Part part) {
        String path = media.getPath() + "?_HLS_msn=" + part.number() + "&_HLS_part=" + part.index();
        return groups.stream().map(group -> asking.submit(() -> group.ask(path))).toList();
    }

    private Listing.Part newest() throws IOException, InterruptedException {
        return Listing.read(get(http, media)).last();
    }

    private static Listing.Part after(Listing.Part newest, int index) {
        return new Listing.Part(newest.number() + 1, index, newest.end(), "");
    }

    /** When the picture had left that made the part whole: the first behind its end. */
    private long arrival(Listing.Part asked) throws IOException, InterruptedException {
        Instant end =
                Listing.read(get(http, media)).parts().stream()
                        .filter(part ->
                                part.number() == asked.number() && part.index() == asked.index())
                        .findFirst()
                        .orElseThrow()
                        .end();
        long ticks = Duration.between(feeder.began(), end).toNanos() * 9 / 100_000;
        return Objects.requireNonNull(sent.ceilingEntry(ticks - ROUNDING), "not sent yet")
                .getValue();
    }

    /** The playlist of a channel's pictures. */
    static URI media(HttpClient http, URI master) throws IOException, InterruptedException {
        String path =
                get(http, master)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .orElseThrow();
        return master.resolve(path);
    }

    static String get(HttpClient http, URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws IOException {
        while (!groups.isEmpty()) {
            leave();
        }
        asking.close();
        http.close();
        feeder.close();
    }
}
