package io.rostrum.benchmark;

import io.rostrum.load.watch.Askers;
import io.rostrum.load.watch.Feeder;
import io.rostrum.load.watch.Listing;
import io.rostrum.testing.Nginx;
import io.rostrum.testing.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * CPU time of a request for a part and for a playlist, beside nginx with the same bytes on disk.
 */
record Serving(int runs) implements Measurement {
    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 600;
    private static final int WARMING = 10;

    /** As the manual of nginx advises for files. */
    private static final String TUNED =
            """
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
            types { application/vnd.apple.mpegurl m3u8; video/mp4 m4s; }
            open_file_cache max=100;
            """;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        try (Feeder _ =
                        Feeder.start(
                                site.streaming(),
                                "serve",
                                site.feedSecret(),
                                2,
                                2_000_000,
                                time -> {});
                HttpClient http = HttpClient.newHttpClient()) {
            TimeUnit.SECONDS.sleep(8);
            URI media = Line.media(http, site.streaming().resolve("/live/serve/master.m3u8"));
            return figures(site, http, media);
        }
    }

    private List<Figure> figures(Site site, HttpClient http, URI media) throws Exception {
        Listing listing = Listing.read(Line.get(http, media));
        URI part = media.resolve(listing.last().uri());
        List<Figure> figures = new ArrayList<>();
        try (Nginx nginx = Nginx.start(Servers.freePort(), TUNED, "root .;")) {
            Files.write(
                    nginx.folder().resolve("part.m4s"),
                    http.send(HttpRequest.newBuilder(part).build(), BodyHandlers.ofByteArray())
                            .body());
            Files.writeString(nginx.folder().resolve("media.m3u8"), listing.text());
            compare(figures, "a part", site, part.getPath(), nginx, "/part.m4s");
            compare(figures, "a playlist", site, media.getPath(), nginx, "/media.m3u8");
        }
        return figures;
    }

    private void compare(
            List<Figure> figures, String what, Site site, String ours, Nginx nginx, String theirs)
            throws IOException {
        List<Double> own = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        try (Askers here = new Askers(site.streaming(), CONNECTIONS);
                Askers there = new Askers(nginx.address(), CONNECTIONS)) {
            for (int run = -WARMING; run < runs; run++) {
                double a = micros(here, ours, site::streamingCpu);
                double b = micros(there, theirs, nginx::cpu);
                if (run >= 0) {
                    own.add(a);
                    other.add(b);
                    ratio.add(a / b);
                }
            }
        }
        figures.add(new Figure("CPU of a request for " + what, "", "us", 1, own));
        figures.add(new Figure("the same by nginx from disk", "", "us", 1, other));
        figures.add(new Figure(what + ": times nginx", "2", "", 2, ratio));
    }

    /** What a process has used. */
    private interface Clock {
        Duration now() throws IOException;
    }

    private static double micros(Askers queue, String path, Clock cpu) throws IOException {
        long before = cpu.now().toNanos();
        for (int i = 0; i < ROUNDS; i++) {
            queue.ask(path);
        }
        return (cpu.now().toNanos() - before) / 1e3 / ROUNDS / CONNECTIONS;
    }
}
