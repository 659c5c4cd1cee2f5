package io.rostrum.load.watch;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.FeedTracks;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Feeds a streaming server with a film and silence, in real time, by the feed door; on a thread of
 * its own until closed.
 */
public final class Feeder implements AutoCloseable {
    private static final long TICKS = 90_000L / Film.FRAMES_PER_SECOND;
    private static final int OPUS_TICKS = 960;
    private static final int AAC_TICKS = 1024;

    /** An Opus frame of 64 kbit/s, of which nobody asks what it says. */
    private static final byte[] SOUND = new byte[160];

    /** The same as AAC, at 128 kbit/s. */
    private static final byte[] AAC_SOUND = new byte[340];

    private final URI base;
    private final String channel;
    private final String key;
    private final Film film;
    private final LongConsumer onPicture;
    private final String session;
    private final Instant began = Instant.now();
    private final Thread thread;
    private int fragments;
    private long pictures;
    private long sounds;
    private long aacSounds;
    private volatile boolean over;

    private Feeder(URI base, String channel, String key, Film film, LongConsumer onPicture) {
        this.base = base;
        this.channel = channel;
        this.key = key;
        this.film = film;
        this.onPicture = onPicture;
        session = "load-" + System.nanoTime();
        thread = Thread.ofPlatform().name("feeder").unstarted(this::feed);
    }

    /**
     * On air when this returns.
     *
     * @param seconds between key frames
     * @param bitRate of the picture; the sound has 64 kbit/s
     * @param onPicture told the time of a picture in 1/90000 s, right after its last byte has left
     */
    public static Feeder start(
            URI streaming,
            String channel,
            String secret,
            int seconds,
            int bitRate,
            LongConsumer onPicture)
            throws IOException {
        Film film = Film.shoot(seconds, bitRate);
        Feeder feeder =
                new Feeder(streaming, channel, FeedKey.of(secret, channel), film, onPicture);
        feeder.send("POST", "/feed/" + channel, feeder.opening());
        feeder.send("PUT", feeder.path("/init"), FeedTracks.init(film.config()).bytes());
        feeder.thread.start();
        return feeder;
    }

    private byte[] opening() {
        return "{\"session\":\"%s\",\"title\":\"Load\",\"host\":\"Load\",\"startedAt\":\"%s\"}"
                .formatted(session, began)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String path(String rest) {
        return "/feed/" + channel + "/" + session + rest;
    }

    private void send(String method, String path, byte[] body) throws IOException {
        HttpURLConnection connection = open(method, path);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        finish(connection);
    }

    private HttpURLConnection open(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) base.resolve(path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Bearer " + key);
        return connection;
    }

    private static void finish(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status / 100 != 2) {
            throw new IOException(connection.getURL() + ": " + status);
        }
        connection.getInputStream().readAllBytes();
    }

    private void feed() {
        long start = System.nanoTime();
        try {
            for (int number = 0; !over; number++) {
                segment(number, start);
            }
            send("POST", path("/end"), new byte[0]);
        } catch (IOException e) {
            System.err.println("the feed broke: " + e);
        }
    }

    private void segment(int number, long start) throws IOException {
        HttpURLConnection connection = open("PUT", path("/segments/" + number));
        connection.setChunkedStreamingMode(16 * 1024);
        try (OutputStream out = connection.getOutputStream()) {
            for (byte[] unit : film.units()) {
                picture(out, unit, start);
            }
        }
        finish(connection);
    }

    private void picture(OutputStream out, byte[] unit, long start) throws IOException {
        long time = pictures * TICKS;
        long due = start + pictures * 1_000_000_000L / Film.FRAMES_PER_SECOND;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        boolean key = pictures % film.units().size() == 0;
        Sample picture = new Sample(FeedTracks.VIDEO, time, TICKS, key, unit);
        out.write(FragmentWriter.write(fragments++, picture));
        while (sounds * OPUS_TICKS * 15 / 8 <= time) {
            sound(out, FeedTracks.OPUS, sounds++ * OPUS_TICKS, OPUS_TICKS, SOUND);
        }
        while (aacSounds * AAC_TICKS * 15 / 8 <= time + TICKS) {
            sound(out, FeedTracks.AAC, aacSounds++ * AAC_TICKS, AAC_TICKS, AAC_SOUND);
        }
        out.flush();
        onPicture.accept(time);
        pictures++;
    }

    private void sound(OutputStream out, int track, long time, int length, byte[] frame)
            throws IOException {
        Sample sound = new Sample(track, time, length, true, frame);
        out.write(FragmentWriter.write(fragments++, sound));
    }

    /** The program's first moment. */
    public Instant began() {
        return began;
    }

    @Override
    public void close() {
        over = true;
        join(thread);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
