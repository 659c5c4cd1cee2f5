package io.rostrum.center.conversion;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.PacketStore;
import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.H264;
import io.rostrum.media.video.PictureGroup;
import io.rostrum.media.video.PictureSource;
import io.rostrum.media.video.Vp8;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * A source whose packets are taken apart, coded anew on a thread, and shown as packets again, under
 * the times that they had. Confined to the room's loop.
 *
 * <p>Whoever takes the source goes on taking it: for him it has begun anew, and it answers requests
 * for key frames by itself.
 */
public final class ConvertedSource implements AutoCloseable {
    private static final long PATIENCE_NANOS = 300_000_000L;

    /** As browsers do: fits into a datagram with everything that is put around it. */
    private static final int PAYLOAD = 1150;

    private final PictureSource shown;
    private final int payloadType;
    private final PictureSource raw;
    private final AccessUnits units;
    private final Conversion conversion;
    private final Converters.Listener listener;
    private final Executor loop;
    private final LongSupplier clock;
    private final Conversions owner;
    private final BufferPool pool = new BufferPool(1);
    private int sequence;
    private int pictureId;

    /** While it is given what came before: nothing of that arrives now. */
    private boolean takingOver;

    private boolean closed;

    ConvertedSource(
            PictureSource shown,
            Converters.Settings with,
            Converters.Listener listener,
            Executor loop,
            LongSupplier clock,
            Conversions owner) {
        this.shown = shown;
        this.payloadType = with.payloadType();
        this.listener = listener;
        this.loop = loop;
        this.clock = clock;
        this.owner = owner;
        conversion =
                new Conversion(
                        shown.name(), shown.codec(), with.reordered(), owner, new BackToLoop());
        raw = PictureSource.inAnyOrder(shown.name(), shown.codec(), new Asking());
        units = new AccessUnits(raw, PATIENCE_NANOS, this::onFrame);
        raw.attach(units);
        try {
            takeOver();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What is kept since the latest key frame comes first. */
    private void takeOver() {
        takingOver = true;
        raw.learnParameterSets(shown);
        PictureGroup group = shown.group();
        PacketStore kept = group.store();
        long first = group.begun() ? group.first() : kept.end();
        for (long number = first; number < kept.end(); number++) {
            Buffer packet = kept.copy(number, pool);
            if (packet != null) {
                raw.onPacket(packet, kept.arrived(number));
                packet.release();
            } else if (kept.contains(number)) {
                raw.onSkipped((int) number & 0xFFFF, kept.arrived(number));
            }
        }
        takingOver = false;
        shown.restart(clock.getAsLong());
    }

    /** The source's next packet; it stays with its owner. */
    public void onPacket(Buffer packet, long nowNanos) {
        raw.onPacket(packet, nowNanos);
    }

    /** A number of the source that carries nothing. */
    public void onSkipped(int number, long nowNanos) {
        raw.onSkipped(number, nowNanos);
    }

    private void onFrame(Frame frame) {
        boolean taken = conversion.offer(frame, shown.isWatched());
        if (!taken) {
            listener.request();
        }
    }

    /** The next picture that is coded will be a key frame. */
    public void requestKeyFrame() {
        conversion.requestKeyFrame();
    }

    /** Lets time pass: what is missing is not waited for without end. */
    public void tick(long nowNanos) {
        units.tick(nowNanos);
    }

    private void show(int timestamp, CodedPicture picture) {
        switch (shown.codec()) {
            case H264 ->
                    H264.packetize(
                            picture.nalUnits(),
                            PAYLOAD,
                            (payload, last) -> show(timestamp, payload, last));
            case VP8 -> {
                pictureId = pictureId + 1 & 0x7FFF;
                Vp8.packetize(
                        picture.bytes(),
                        PAYLOAD,
                        pictureId,
                        pictureId & 0xFF,
                        (payload, last) -> show(timestamp, payload, last));
            }
        }
    }

    private void show(int timestamp, byte[] payload, boolean last) {
        Buffer packet = pool.lend(Rtp.FIXED_HEADER + payload.length);
        sequence = sequence + 1 & 0xFFFF;
        Rtp.write(packet, payloadType, sequence, timestamp, 0);
        Rtp.marker(packet, last);
        packet.put(Rtp.FIXED_HEADER, payload, 0, payload.length);
        shown.onPacket(packet, clock.getAsLong());
        packet.release();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            units.close();
            conversion.close();
            owner.giveBack();
        }
    }

    private final class Asking implements PictureSource.KeyFrames {
        @Override
        public void request() {
            listener.request();
        }

        @Override
        public void onArrived() {
            if (!takingOver) {
                listener.onArrived();
            }
        }
    }

    /** From the conversion's thread to the loop. */
    private final class BackToLoop implements Conversion.Out {
        @Override
        public void onPicture(int timestamp, CodedPicture picture) {
            loop.execute(() -> {
                if (!closed) {
                    show(timestamp, picture);
                }
            });
        }

        @Override
        public void onFailed() {
            loop.execute(() -> {
                if (!closed) {
                    close();
                    listener.onFailed();
                }
            });
        }
    }
}
