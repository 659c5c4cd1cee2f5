package io.rostrum.streaming.whep;

import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.MediaLine;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.video.H264Payloads;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Samples of a program on their way to one viewer: picture, and sound where he wants it. */
final class Lines {
    /** Sound and picture belong together in lip sync. */
    static final String CNAME = "rostrum";

    private static final int HALF_SEQUENCE = 1 << 15;

    /**
     * Old pictures of a group are a millisecond apart, so that a player shows the newest at once
     * and does not play the group in its own time.
     */
    private static final int CATCH_UP_TICKS = 90;

    /** A packet stays below 1200 bytes with header and SRTP tag, so that it passes every path. */
    private static final int MOST_PAYLOAD = 1150;

    private static final int BURST_BYTES = 64 * 1024;

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Picture(byte[] unit, long time) {}

    private final Deque<Picture> pending = new ArrayDeque<>();
    private final SendStream picture;
    private final int pictureType;
    private final @Nullable SendStream sound;
    private final int soundType;
    private final int pictureStart;
    private final int soundStart;
    private final H264Payloads payloads = new H264Payloads(MOST_PAYLOAD);
    private final ProgramTime clock;
    private boolean started;
    private long lastTime;

    Lines(
            Negotiated agreed,
            ProgramTime clock,
            BufferPool pool,
            SendStream.Out out,
            RandomGenerator random) {
        this.clock = clock;
        MediaLine line = Objects.requireNonNull(agreed.down());
        MediaLine.Stream stream = Objects.requireNonNull(line.outgoing());
        Codec codec = line.codecs().getFirst();
        boolean repeats = stream.rtx().isPresent() && codec.rtx().isPresent();
        picture =
                new SendStream(
                        new SendStream.Settings(
                                stream.ssrc(),
                                RtpClock.VIDEO,
                                CNAME,
                                random.nextInt(HALF_SEQUENCE),
                                stream.rtx().orElse(0),
                                repeats
                                        ? Map.of(codec.payloadType(), codec.rtx().getAsInt())
                                        : Map.of()),
                        pool,
                        out);
        pictureType = codec.payloadType();
        pictureStart = random.nextInt();
        soundStart = random.nextInt();
        MediaLine heard = agreed.audio();
        MediaLine.Stream voice = heard == null ? null : heard.outgoing();
        sound =
                voice == null
                        ? null
                        : new SendStream(
                                SendStream.Settings.sound(
                                        voice.ssrc(),
                                        RtpClock.OPUS,
                                        CNAME,
                                        random.nextInt(HALF_SEQUENCE)),
                                pool,
                                out);
        soundType = heard == null ? 0 : heard.codecs().getFirst().payloadType();
    }

    /** Everything since the latest key frame; all but the newest is only decoded. */
    void group(List<Sample> pictures, long nowNanos) {
        long newest = pictures.getLast().decodeTime();
        int count = pictures.size();
        long step = CATCH_UP_TICKS;
        if (started) {
            step = Math.min(step, (newest - lastTime) / count);
        } else {
            tie(newest, nowNanos);
        }
        if (step > 0) {
            for (int i = 0; i < count; i++) {
                line(pictures.get(i).data(), newest - (count - 1 - i) * step);
            }
            pump(nowNanos);
        }
    }

    /**
     * One clock for both, that of the program: reports tell when a frame was made, so that a player
     * knows how far behind it is and where in the program.
     */
    private void tie(long time, long nowNanos) {
        started = true;
        long ntp = clock.ntp(time, nowNanos);
        picture.synchronise(ntp, pictureStart + (int) time);
        if (sound != null) {
            sound.synchronise(ntp, soundStart + (int) soundTime(time));
        }
    }

    private static long soundTime(long pictureTime) {
        return pictureTime * RtpClock.OPUS.hertz() / RtpClock.VIDEO.hertz();
    }

    void sample(Sample sample, long nowNanos) {
        if (sample.track() == FeedTracks.VIDEO) {
            if (!started && sample.key()) {
                tie(sample.decodeTime(), nowNanos);
            }
            if (started && sample.decodeTime() > lastTime) {
                line(sample.data(), sample.decodeTime());
                pump(nowNanos);
            }
        } else if (sample.track() == FeedTracks.OPUS && sound != null && started) {
            int timestamp = soundStart + (int) sample.decodeTime();
            sound.send(sound.packet(soundType, timestamp, false, sample.data()), nowNanos);
        }
    }

    private void line(byte[] unit, long time) {
        lastTime = time;
        pending.add(new Picture(unit, time));
    }

    /**
     * Sends what waits as far as a burst goes: a whole group at once would overrun sockets.
     *
     * @return whether more waits
     */
    boolean pump(long nowNanos) {
        int sent = 0;
        while (sent < BURST_BYTES && !pending.isEmpty()) {
            Picture next = pending.remove();
            sent += next.unit().length;
            send(next.unit(), pictureStart + (int) next.time(), nowNanos);
        }
        return !pending.isEmpty();
    }

    private void send(byte[] unit, int timestamp, long nowNanos) {
        payloads.cut(
                unit,
                (bytes, length, last) ->
                        picture.send(
                                picture.packet(pictureType, timestamp, last, bytes, 0, length),
                                nowNanos));
    }

    void report(RtcpWriter writer, long ntp) {
        if (sound != null) {
            sound.writeReport(writer, ntp);
        }
        picture.writeReport(writer, ntp);
    }

    void close() {
        pending.clear();
        picture.close();
        if (sound != null) {
            sound.close();
        }
    }

    boolean waits() {
        return !pending.isEmpty();
    }

    boolean started() {
        return started;
    }

    SendStream picture() {
        return picture;
    }

    @Nullable SendStream sound() {
        return sound;
    }
}
