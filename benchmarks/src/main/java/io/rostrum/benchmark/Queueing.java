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
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Many who wait for the same part of one channel: how late after it each is answered. */
record Queueing(int waiting, int rounds) implements Measurement {
    private static final int PICTURE_RATE = 600_000;

    /** Playlists round to milliseconds, the cutter to three. */
    private static final long ROUNDING = 5 * 90;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NavigableMap<Long, Long> sent = new ConcurrentSkipListMap<>();
        try (Feeder feeder =
                        Feeder.start(
                                site.streaming(),
                                "queue",
                                site.feedSecret(),
                                2,
                                PICTURE_RATE,
                                time -> sent.put(time, System.nanoTime()));
                HttpClient http = HttpClient.newHttpClient()) {
            TimeUnit.SECONDS.sleep(6);
            URI media = media(http, site.streaming().resolve("/live/queue/master.m3u8"));
            return measure(site, http, media, feeder.began(), sent);
        }
    }

    private List<Figure> measure(
            Site site, HttpClient http, URI media, Instant began, NavigableMap<Long, Long> sent)
            throws Exception {
        List<Double> p95 = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        double memory = 0;
        try (Askers queue = new Askers(site.streaming(), waiting)) {
            long idle = site.streamingMemory();
            for (int round = -3; round < rounds; round++) {
                Listing.Part newest = Listing.read(get(http, media)).last();
                Listing.Part asked =
                        new Listing.Part(newest.number() + 1, newest.index() % 5, newest.end(), "");
                String query = "?_HLS_msn=" + asked.number() + "&_HLS_part=" + asked.index();
                List<Long> answered = queue.ask(media.getPath() + query);
                if (round >= 0) {
                    List<Double> late =
                            late(answered, arrival(get(http, media), asked, began, sent));
                    p95.add(late.get((int) (0.95 * (late.size() - 1))));
                    last.add(late.getLast());
                }
                memory = (site.streamingMemory() - idle) / 1024.0 / waiting;
            }
        }
        String who = waiting + " waiting playlist requests: ";
        return List.of(
                Figure.millis(who + "answered after the part came, p95", "50 ms", p95),
                Figure.millis(who + "the last one", "", last),
                new Figure(who + "resident memory each", "", "kB", 1, List.of(memory)));
    }

    /** When the picture had left that made the part whole: the first behind its end. */
    private static long arrival(
            String playlist, Listing.Part asked, Instant began, NavigableMap<Long, Long> sent) {
        Instant end =
                Listing.read(playlist).parts().stream()
                        .filter(part ->
                                part.number() == asked.number() && part.index() == asked.index())
                        .findFirst()
                        .orElseThrow()
                        .end();
        long ticks = Duration.between(began, end).toNanos() * 9 / 100_000;
        return Objects.requireNonNull(sent.ceilingEntry(ticks - ROUNDING), "not sent yet")
                .getValue();
    }

    private static List<Double> late(List<Long> answered, long arrival) {
        return answered.stream().map(at -> (at - arrival) / 1e6).sorted().toList();
    }

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
}
