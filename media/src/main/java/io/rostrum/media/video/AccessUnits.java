package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.PacketStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole frames, in order, of the packets of one source.
 *
 * <p>Begins with a key frame. What is missing is waited for as long as its patience lasts; then
 * everything up to the next key frame is left out, and one is asked for.
 */
public final class AccessUnits implements PictureSource.Viewer {
    /** Where frames go. */
    public interface Listener {
        void onFrame(Frame frame);
    }

    /** Packets in waiting; a key frame of 2 MB. */
    private static final int WINDOW = 2048;

    private final PictureSource source;
    private final long patienceNanos;
    private final Listener listener;
    private final BufferPool copies = new BufferPool(1);
    private final @Nullable Piece[] pieces = new @Nullable Piece[WINDOW];
    private boolean started;
    private boolean first;
    private long next;
    private long highest = -1;
    private int width;
    private int height;
    private long frames;
    private long losses;
    private @Nullable RuntimeException failure;

    /**
     * Watches a source until {@link #close()}.
     *
     * @param patienceNanos how long a missing packet is waited for
     */
    public AccessUnits(PictureSource source, long patienceNanos, Listener listener) {
        this.source = source;
        this.patienceNanos = patienceNanos;
        this.listener = listener;
    }

    /** A packet's payload; one without bytes was skipped. */
    private static final class Piece {
        private final long number;
        private final int timestamp;
        private final boolean marker;
        private final int content;
        private final byte[] payload;
        private final long arrivedNanos;

        Piece(long number, Buffer packet, int content, long arrivedNanos) {
            this.number = number;
            this.content = content;
            this.arrivedNanos = arrivedNanos;
            timestamp = Rtp.timestamp(packet);
            marker = Rtp.marker(packet);
            payload = packet.bytes(Rtp.headerLength(packet), Rtp.payloadLength(packet));
        }

        Piece(long number, long arrivedNanos) {
            this.number = number;
            this.arrivedNanos = arrivedNanos;
            timestamp = 0;
            marker = false;
            content = 0;
            payload = new byte[0];
        }

        boolean isSkipped() {
            return payload.length == 0;
        }
    }

    /** Begins: asks for a key frame. */
    public AccessUnits open() {
        source.attach(this);
        source.requestKeyFrame();
        return this;
    }

    public void close() {
        source.detach(this);
        Arrays.fill(pieces, null);
    }

    /**
     * Begins anew with what is kept since the latest key frame: its frames come at once, and then
     * those that follow.
     */
    public void replay() {
        PacketStore kept = source.group().store();
        forget();
        for (long number = source.group().first(); number < kept.end(); number++) {
            take(kept, number);
        }
    }

    /** What is kept under that number, as if it came now. */
    void take(PacketStore kept, long number) {
        Buffer packet = kept.copy(number, copies);
        if (packet != null) {
            int content = kept.content(number);
            onPacket(source, packet, number, content, kept.arrived(number));
            packet.release();
        } else if (kept.contains(number)) {
            onSkipped(source, number, kept.arrived(number));
        }
    }

    @Override
    public void onPacket(
            PictureSource from, Buffer packet, long number, int content, long nowNanos) {
        highest = Math.max(highest, number);
        add(new Piece(number, packet, content, nowNanos), nowNanos);
    }

    @Override
    public void onSkipped(PictureSource from, long number, long nowNanos) {
        highest = Math.max(highest, number);
        add(new Piece(number, nowNanos), nowNanos);
    }

    @Override
    public void onRestart(PictureSource from, long nowNanos) {
        losses++;
        forget();
        source.requestKeyFrame();
    }

    @Override
    public void onFailed(PictureSource from, RuntimeException why) {
        failure = why;
    }

    private void forget() {
        started = false;
        highest = -1;
        Arrays.fill(pieces, null);
    }

    private void add(Piece piece, long nowNanos) {
        long number = piece.number;
        if (number <= highest - WINDOW) {
            return;
        }
        if (started && number >= next + WINDOW) {
            lose();
        }
        pieces[(int) (number % WINDOW)] = piece;
        if (isStart(piece) && (!started || precedesFirst(piece))) {
            begin(number);
        }
        advance(nowNanos);
    }

    private boolean isStart(Piece piece) {
        return Content.has(piece.content, Content.SEQUENCE_SET)
                || Content.has(piece.content, Content.KEY_START)
                        && (source.codec() == VideoCodec.VP8 || !source.parameterSets().isEmpty());
    }

    /** Reordered: the parameter sets come after the picture that wants them. */
    private boolean precedesFirst(Piece piece) {
        Piece begun = piece(next);
        return first && begun != null && piece.number < next && begun.timestamp == piece.timestamp;
    }

    private void begin(long number) {
        started = true;
        first = true;
        next = number;
    }

    private @Nullable Piece piece(long number) {
        Piece piece = pieces[(int) (number % WINDOW)];
        return piece != null && piece.number == number ? piece : null;
    }

    /**
     * Looks whether patience has come to an end; asks again for what has not come.
     *
     * @throws RuntimeException with which it, or who takes its frames, failed: it is of no more use
     */
    public void tick(long nowNanos) {
        if (failure != null) {
            throw failure;
        }
        advance(nowNanos);
        if (!started && !source.group().isKeyArriving(nowNanos)) {
            source.requestKeyFrame();
        }
    }

    private void advance(long nowNanos) {
        while (started) {
            long end = endOfFrame();
            if (end >= 0) {
                deliver(end, nowNanos);
            } else if (isOverdue(nowNanos)) {
                lose();
            } else {
                return;
            }
        }
    }

    /** The number behind the frame that begins at {@link #next}, or -1 while it is incomplete. */
    private long endOfFrame() {
        Piece head = null;
        for (long number = next; number <= highest; number++) {
            Piece piece = piece(number);
            if (piece == null) {
                return -1;
            }
            if (piece.isSkipped()) {
                continue;
            }
            if (head != null && piece.timestamp != head.timestamp) {
                return number;
            }
            head = piece;
            if (piece.marker) {
                return number + 1;
            }
        }
        return -1;
    }

    private boolean isOverdue(long nowNanos) {
        boolean gap = false;
        for (long number = next; number <= highest; number++) {
            Piece piece = piece(number);
            if (piece != null && gap) {
                return nowNanos - piece.arrivedNanos >= patienceNanos;
            }
            gap |= piece == null;
        }
        return false;
    }

    private void deliver(long end, long nowNanos) {
        List<byte[]> payloads = new ArrayList<>();
        int timestamp = 0;
        for (long number = next; number < end; number++) {
            Piece piece = pieces[(int) (number % WINDOW)];
            if (piece != null && !piece.isSkipped()) {
                payloads.add(piece.payload);
                timestamp = piece.timestamp;
            }
            pieces[(int) (number % WINDOW)] = null;
        }
        next = end;
        Frame frame = frame(payloads, timestamp, nowNanos);
        if (frame == null || first && !frame.keyFrame()) {
            lose();
            return;
        }
        first = false;
        frames++;
        listener.onFrame(frame);
    }

    private @Nullable Frame frame(List<byte[]> payloads, int timestamp, long nowNanos) {
        List<byte[]> units =
                source.codec() == VideoCodec.H264
                        ? h264(H264.units(payloads))
                        : vp8(Vp8.frame(payloads));
        if (units.isEmpty()) {
            return null;
        }
        boolean key =
                source.codec() == VideoCodec.H264
                        ? units.stream().anyMatch(unit -> H264.type(unit) == H264.IDR)
                        : Vp8.isKey(units.getFirst());
        return new Frame(source.codec(), timestamp, key, units, width, height, nowNanos);
    }

    /** Without delimiters; a key frame without parameter sets gets those seen last. */
    private List<byte[]> h264(List<byte[]> units) {
        List<byte[]> kept = new ArrayList<>(units);
        kept.removeIf(unit -> H264.type(unit) == H264.DELIMITER);
        boolean key = kept.stream().anyMatch(unit -> H264.type(unit) == H264.IDR);
        boolean sets = kept.stream().anyMatch(unit -> H264.type(unit) == H264.SEQUENCE_SET);
        if (key && !sets) {
            kept.addAll(0, source.parameterSets());
        }
        kept.forEach(this::noteSize);
        return kept;
    }

    private void noteSize(byte[] unit) {
        SequenceSet set = SequenceSet.parse(unit);
        if (set != null) {
            width = set.width();
            height = set.height();
        }
    }

    private List<byte[]> vp8(byte[] frame) {
        if (Vp8.isKey(frame)) {
            width = Vp8.width(frame);
            height = Vp8.height(frame);
        }
        return frame.length == 0 ? List.of() : List.of(frame);
    }

    /** Gives up what is missing, goes on with a key frame if one is waiting already. */
    private void lose() {
        losses++;
        started = false;
        for (long number = next + 1; number <= highest; number++) {
            Piece piece = piece(number);
            if (piece != null && isStart(piece)) {
                begin(number);
                return;
            }
        }
        source.requestKeyFrame();
    }

    /** Frames delivered. */
    public long frames() {
        return frames;
    }

    /** How often something was given up. */
    public long losses() {
        return losses;
    }
}
