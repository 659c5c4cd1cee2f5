package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.HeaderExtensions;

/**
 * The last hand on every packet of one transport: numbers it transport-wide, stamps its departure,
 * and compares with what the receiver tells.
 *
 * <p>Repetitions pass here too, and get numbers of their own.
 */
public final class Departures {
    /** Who wants to know how the path does: the place of bandwidth estimation. */
    public interface Observer {
        /** A packet arrived: both times in microseconds, each by its own clock. */
        void onArrived(long sentMicros, long arrivedMicros, int bytes);

        /** A packet did not arrive, or not yet. */
        void onMissing(long sentMicros, int bytes);

        /** Does nothing. */
        static Observer none() {
            return new Observer() {
                @Override
                public void onArrived(long sentMicros, long arrivedMicros, int bytes) {}

                @Override
                public void onMissing(long sentMicros, int bytes) {}
            };
        }
    }

    private static final int WINDOW = 4096;

    private final ExtensionIds ids;
    private final Observer observer;
    private final TransportFeedbackReader reader = new TransportFeedbackReader();
    private final long[] sentMicros = new long[WINDOW];
    private final int[] sizes = new int[WINDOW];
    private long next;
    private long arrived;
    private long missing;
    private long malformed;

    public Departures(ExtensionIds ids, Observer observer) {
        this.ids = ids;
        this.observer = observer;
    }

    /** Fills the places in a valid packet that leaves now. */
    public void stamp(Buffer packet, long nowNanos) {
        HeaderExtensions.put24(packet, ids.absSendTime(), Extension.absSendTime(nowNanos));
        if (HeaderExtensions.put16(packet, ids.transportSequence(), (int) next & 0xFFFF)) {
            int slot = (int) (next % WINDOW);
            sentMicros[slot] = nowNanos / 1000;
            sizes[slot] = packet.length();
            next++;
        }
    }

    /** Takes what {@link io.rostrum.media.packet.RtcpListener#onTransportFeedback} tells. */
    public void onFeedback(Buffer compound, int at, int length) {
        if (!reader.read(compound, at, length, told)) {
            malformed++;
        }
    }

    private final TransportFeedbackReader.Listener told =
            new TransportFeedbackReader.Listener() {
                @Override
                public void onArrived(int sequence, long micros) {
                    int slot = slotOf(sequence);
                    if (slot >= 0) {
                        arrived++;
                        observer.onArrived(sentMicros[slot], micros, sizes[slot]);
                    }
                }

                @Override
                public void onMissing(int sequence) {
                    int slot = slotOf(sequence);
                    if (slot >= 0) {
                        missing++;
                        observer.onMissing(sentMicros[slot], sizes[slot]);
                    }
                }
            };

    /** Where a packet that we did send is noted, or -1. */
    private int slotOf(int sequence) {
        int age = (int) (next - 1 - sequence) & 0xFFFF;
        return age < WINDOW && age < next ? (int) ((next - 1 - age) % WINDOW) : -1;
    }

    /** Packets that the receiver told of as arrived. */
    public long arrived() {
        return arrived;
    }

    /** Packets that the receiver told of as not arrived, maybe corrected later. */
    public long missing() {
        return missing;
    }

    /** Reports that could not be read. */
    public long malformed() {
        return malformed;
    }
}
