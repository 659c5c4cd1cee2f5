package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.testing.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The other end of the feed door. */
final class FeedClient {
    static final String SECRET = "a secret of a feed, of 32 characters";

    /** Not so long ago that what is kept for a while would be gone. */
    static final Instant START = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);

    private static final Duration SOON = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String channel;
    private final String session;

    FeedClient(int port, String channel, String session) {
        this.base = "http://127.0.0.1:" + port;
        this.channel = channel;
        this.session = session;
    }

    HttpResponse<String> open() throws IOException, InterruptedException {
        return open(START);
    }

    HttpResponse<String> open(Instant startedAt) throws IOException, InterruptedException {
        String json =
                """
                {"session":"%s","title":"Town hall","host":"Ana","startedAt":"%s"}
                """
                        .formatted(session, startedAt);
        return send("POST", "/feed/" + channel, BodyPublishers.ofString(json));
    }

    HttpResponse<String> init(byte[] bytes) throws IOException, InterruptedException {
        return send("PUT", path("/init"), BodyPublishers.ofByteArray(bytes));
    }

    /** With the moment at which time 0 was captured. */
    HttpResponse<String> init(byte[] bytes, Instant begins)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path("/init")))
                        .header("Authorization", FeedHeaders.bearer(FeedKey.of(SECRET, channel)))
                        .header(FeedHeaders.BEGINS, begins.toString())
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> segment(long number, byte[] bytes)
            throws IOException, InterruptedException {
        return send("PUT", path("/segments/" + number), BodyPublishers.ofByteArray(bytes));
    }

    HttpResponse<String> end() throws IOException, InterruptedException {
        return send("POST", path("/end"), BodyPublishers.noBody());
    }

    /** Sends a segment as it would be produced, from {@code startNanos} on; chunked. */
    HttpResponse<String> live(long number, List<Script.Fragment> segment, long startNanos)
            throws IOException, InterruptedException {
        return send(
                "PUT",
                path("/segments/" + number),
                BodyPublishers.ofInputStream(() -> new Paced(segment, startNanos)));
    }

    String path(String rest) {
        return "/feed/" + channel + "/" + session + rest;
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        String of = path.startsWith("/feed/") ? path.split("/")[2] : "";
        return send(method, path, body, FeedKey.of(SECRET, of));
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String key)
            throws IOException, InterruptedException {
        return send(method, path, body, key, "application/json");
    }

    HttpResponse<String> send(
            String method, String path, BodyPublisher body, String key, String type)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", FeedHeaders.bearer(key))
                        .header("Content-Type", type)
                        .method(method, body)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> text(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody());
    }

    /**
     * Sends so many segments of nothing, and waits until all but the last part of them is served.
     */
    void onAir(int segments) throws IOException, InterruptedException {
        assertThat(open().statusCode()).isEqualTo(201);
        assertThat(init(Blank.INIT).statusCode()).isEqualTo(200);
        for (int i = 0; i < segments; i++) {
            assertThat(segment(i, Blank.segment(2 * i)).body())
                    .isEqualTo("{\"next\":" + (i + 1) + ",\"loss\":0}");
        }
        if (segments > 0) {
            String part = "/live/" + channel + "/" + session + "/" + segments + ".8.m4s";
            Eventually.holds(part, SOON, () -> serves(part));
        }
    }

    private boolean serves(String path) {
        try {
            return bytes(path).statusCode() == 200;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> bytes(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static byte[] whole(List<Script.Fragment> segment) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        segment.forEach(fragment -> out.writeBytes(fragment.bytes()));
        return out.toByteArray();
    }

    /** Gives each fragment no earlier than its moment. */
    private static final class Paced extends InputStream {
        private final List<Script.Fragment> fragments;
        private final long startNanos;
        private int index;
        private int at;

        Paced(List<Script.Fragment> fragments, long startNanos) {
            this.fragments = fragments;
            this.startNanos = startNanos;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (index == fragments.size()) {
                return -1;
            }
            Script.Fragment fragment = fragments.get(index);
            long wait = startNanos + fragment.at() * 100_000 / 9 - System.nanoTime();
            while (at == 0 && wait > 0) {
                LockSupport.parkNanos(wait);
                wait = startNanos + fragment.at() * 100_000 / 9 - System.nanoTime();
            }
            int count = Math.min(length, fragment.bytes().length - at);
            System.arraycopy(fragment.bytes(), at, into, from, count);
            at += count;
            if (at == fragment.bytes().length) {
                at = 0;
                index++;
            }
            return count;
        }
    }
}
