package io.rostrum.center.conversion;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.Recoder;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.VideoCodec;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The crossing to the thread that codes one source anew.
 *
 * <p>Every picture is decoded, since later ones need it and no other key frame may come; what
 * nobody watches, or is late, is not encoded. {@link #offer} is called by one thread.
 */
final class Conversion implements AutoCloseable {
    /** All that a source may keep, and some seconds of what follows. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int MOST_PICTURES = 2048;

    /** With more pictures behind it a picture is late. */
    private static final int LATE = 4;

    /** What is shown further back is the beginning of another clock. */
    private static final int FARTHEST = RtpClock.VIDEO.hertz();

    private static final System.Logger LOG = System.getLogger(Conversion.class.getName());

    /** What comes of it; called on the conversion's thread. */
    interface Out {
        void onPicture(int timestamp, CodedPicture picture);

        void onFailed();
    }

    @SuppressWarnings("ArrayRecordComponent") // payload on the media path; nobody compares it
    private record Work(byte[] coded, int timestamp, boolean watched) {}

    private final String source;
    private final VideoCodec codec;
    private final boolean reordered;
    private final Conversions owner;
    private final Out out;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>(MOST_PICTURES);
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean keyWanted = new AtomicBoolean(true);
    private final Thread thread;
    private boolean broken;
    private boolean any;
    private int shownAt;
    private long pts;

    Conversion(String source, VideoCodec codec, boolean reordered, Conversions owner, Out out) {
        this.source = source;
        this.codec = codec;
        this.reordered = reordered;
        this.owner = owner;
        this.out = out;
        thread = Thread.ofPlatform().daemon().name("recode-" + source).start(this::run);
    }

    /**
     * The next picture.
     *
     * @return whether it was taken; if not, a key frame is needed
     */
    boolean offer(Frame frame, boolean watched) {
        broken &= !frame.keyFrame();
        byte[] coded =
                codec == VideoCodec.H264 ? AnnexB.join(frame.units()) : frame.units().getFirst();
        Work work = new Work(coded, frame.rtpTimestamp(), watched);
        boolean room = waiting.get() + coded.length <= MOST_BYTES;
        if (!broken && room && queue.offer(work)) {
            waiting.addAndGet(coded.length);
            return true;
        }
        broken = true;
        owner.onDropped();
        return false;
    }

    void requestKeyFrame() {
        keyWanted.set(true);
    }

    private void run() {
        try (VideoDecoder decoder = decoder();
                Recoder recoder = codec == VideoCodec.H264 ? Recoder.h264() : Recoder.vp8()) {
            while (!Thread.currentThread().isInterrupted()) {
                Work work = queue.take();
                waiting.addAndGet(-work.coded.length);
                convert(work, decoder, recoder);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // a missing codec, and what else ends a thread
            owner.onFailed();
            LOG.log(System.Logger.Level.WARNING, "cannot code the picture of " + source, e);
            out.onFailed();
        }
    }

    private VideoDecoder decoder() {
        if (codec == VideoCodec.VP8) {
            return VideoDecoder.vp8();
        }
        return reordered ? VideoDecoder.h264Reordering() : VideoDecoder.h264();
    }

    private void convert(Work work, VideoDecoder decoder, Recoder recoder) {
        if (!decoder.send(work.coded, Integer.toUnsignedLong(work.timestamp))) {
            owner.onDropped();
            return;
        }
        Picture picture = decoder.receive();
        for (; picture != null; picture = decoder.receive()) {
            if (!isNext((int) decoder.pts())) {
                owner.onDropped(); // the decoder did not wait for it
            } else if (work.watched) {
                encode(picture, recoder);
            }
        }
    }

    /** Whether it is shown after the one before; its time is noted then. */
    private boolean isNext(int timestamp) {
        int step = any ? RtpClock.distance(shownAt, timestamp) : 1;
        if (step <= 0 && step > -FARTHEST) {
            return false;
        }
        any = true;
        shownAt = timestamp;
        pts += Math.clamp(step, 1, FARTHEST);
        return true;
    }

    private void encode(Picture picture, Recoder recoder) {
        if (queue.size() > LATE) {
            owner.onDropped();
            return;
        }
        boolean key = keyWanted.getAndSet(false);
        CodedPicture coded = recoder.encode(picture, pts, key);
        if (coded == null) {
            keyWanted.compareAndSet(false, key);
            owner.onDropped();
        } else {
            owner.onPicture();
            out.onPicture(shownAt, coded);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
