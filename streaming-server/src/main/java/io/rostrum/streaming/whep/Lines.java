package io.rostrum.streaming.whep;

import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.MediaLine;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.time.RtpClock;
import io.rostrum.protocol.cmaf.Sample;
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

    private static final int BURST_BYTES = 64 * 1024;

    /** Who cannot be given a group and what came meanwhile begins anew with the next key frame. */
    static final int MOST_PENDING = 40 << 20;

    /** A picture and the time under which he gets it. */
    private record Picture(CutPicture cut, long time) {}

    private final Deque<Picture> pending = new ArrayDeque<>();
    private final SentPictures sentPictures;
    private final SendStream picture;
    private final int pictureType;
    private final @Nullable SendStream sound;
    private final int soundType;
    private final int pictureStart;
    private final int soundStart;
    private final ProgramTime clock;
    private int pendingBytes;
    private boolean overrun;
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
        pictureType = codec.payloadType();
        sentPictures = new SentPictures(pool, pictureType);
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
                        out,
                        sentPictures);
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
    void group(List<CutPicture> pictures, long nowNanos) {
        long newest = pictures.getLast().time();
        int count = pictures.size();
        long step = CATCH_UP_TICKS;
        if (started) {
            step = Math.min(step, (newest - lastTime) / count);
        } else {
            tie(newest, nowNanos);
        }
        if (step > 0) {
            overrun = false;
            for (int i = 0; i < count; i++) {
                line(pictures.get(i), newest - (count - 1 - i) * step);
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

    void picture(CutPicture cut, long nowNanos) {
        if (!started && cut.key()) {
            tie(cut.time(), nowNanos);
        }
        overrun &= !cut.key();
        if (started && !overrun && cut.time() > lastTime) {
            line(cut, cut.time());
            pump(nowNanos);
        }
    }

    void sound(Sample sample, long nowNanos) {
        if (sound != null && started) {
            int timestamp = soundStart + (int) sample.decodeTime();
            sound.send(sound.packet(soundType, timestamp, false, sample.data()), nowNanos);
        }
    }

    private void line(CutPicture cut, long time) {
        lastTime = time;
        if (overrun) {
            return;
        }
        pending.add(new Picture(cut, time));
        pendingBytes += cut.size();
        if (pendingBytes > MOST_PENDING) {
            overrun = true;
            forget();
        }
    }

    private void forget() {
        pending.clear();
        pendingBytes = 0;
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
            sent += next.cut().size();
            send(next.cut(), pictureStart + (int) next.time(), nowNanos);
        }
        pendingBytes -= Math.min(sent, pendingBytes);
        return !pending.isEmpty();
    }

    private void send(CutPicture cut, int timestamp, long nowNanos) {
        sentPictures.add(cut, picture.nextSequence(), timestamp, nowNanos);
        cut.each((bytes, from, length, last) ->
                picture.send(
                        picture.packet(pictureType, timestamp, last, bytes, from, length),
                        nowNanos));
    }

    void report(RtcpWriter writer, long ntp) {
        if (sound != null) {
            sound.writeReport(writer, ntp);
        }
        picture.writeReport(writer, ntp);
    }

    /** Lets go of pictures that nobody asks for any more. */
    void tick(long nowNanos) {
        sentPictures.expire(nowNanos);
    }

    void close() {
        forget();
        sentPictures.clear();
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
