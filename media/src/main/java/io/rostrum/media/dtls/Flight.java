package io.rostrum.media.dtls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the peer's records of one handshake into the order in which the library can take them.
 *
 * <p>The library changes its keys at the first ChangeCipherSpec after the key exchange and from
 * then on takes no message in clear. Where a datagram is lost or late, so that the client's
 * CertificateVerify comes after his ChangeCipherSpec, no repetition helps and the handshake never
 * ends. So a ChangeCipherSpec waits here until all before it has come, and what is sealed waits for
 * the ChangeCipherSpec. RFC 6347 sections 4.1 and 4.2.
 */
final class Flight {
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int CERTIFICATE_VERIFY = 15;

    /** Handshake header: type, length, number, fragment's offset and length. */
    private static final int MESSAGE_HEADER = 12;

    /** A handshake has six messages of a client. */
    private static final int MESSAGES = 16;

    /** As the library has it. */
    private static final int MESSAGE_AT_MOST = 32_768;

    private static final int HELD_AT_MOST = 8;

    private final Map<Integer, Message> messages = new HashMap<>();
    private final Deque<byte[]> held = new ArrayDeque<>();
    private final boolean endsByVerify;
    private int last = -1;
    private boolean changed;

    /** A message of which fragments came. */
    private record Message(int length, BitSet bytes) {
        boolean isWhole() {
            return bytes.cardinality() == length;
        }
    }

    /** What comes to an end of that role: clients prove their certificates, servers come after. */
    Flight(DtlsRole ours) {
        this.endsByVerify = ours == DtlsRole.SERVER;
    }

    /**
     * What the library may have now, as datagrams in their order.
     *
     * @param datagram whole records
     */
    List<byte[]> onDatagram(byte[] datagram) {
        ByteArrayOutputStream passes = new ByteArrayOutputStream(datagram.length);
        int next;
        for (int at = 0; at < datagram.length; at = next) {
            next = at + DtlsRecords.size(datagram, at);
            take(Arrays.copyOfRange(datagram, at, next), passes);
        }
        List<byte[]> out = new ArrayList<>();
        if (passes.size() > 0) {
            out.add(passes.toByteArray());
        }
        release(out);
        return out;
    }

    private void take(byte[] record, ByteArrayOutputStream passes) {
        if (mayPass(record)) {
            passes.writeBytes(record);
        } else {
            if (held.size() == HELD_AT_MOST) {
                held.removeFirst();
            }
            held.addLast(record);
        }
    }

    private boolean mayPass(byte[] record) {
        if (DtlsRecords.epoch(record, 0) > 0) {
            return changed;
        }
        if (record[0] == HANDSHAKE) {
            readMessages(record);
            return true;
        }
        if (record[0] == CHANGE_CIPHER_SPEC) {
            changed |= isComplete();
            return changed;
        }
        return true;
    }

    private void release(List<byte[]> out) {
        if (held.isEmpty() || !isComplete()) {
            return;
        }
        List<byte[]> waiting = new ArrayList<>(held);
        held.clear();
        for (byte[] record : waiting) {
            if (DtlsRecords.epoch(record, 0) == 0) {
                changed = true;
                out.add(record);
            }
        }
        for (byte[] record : waiting) {
            if (DtlsRecords.epoch(record, 0) > 0) {
                if (changed) {
                    out.add(record);
                } else {
                    held.addLast(record);
                }
            }
        }
    }

    /** Whether all messages in clear have come that stand before the ChangeCipherSpec. */
    private boolean isComplete() {
        if (!endsByVerify) {
            return true;
        }
        for (int number = 0; number <= last; number++) {
            Message message = messages.get(number);
            if (message == null || !message.isWhole()) {
                return false;
            }
        }
        return last >= 0;
    }

    private void readMessages(byte[] record) {
        int at = DtlsRecords.HEADER;
        while (at + MESSAGE_HEADER <= record.length) {
            int length = u24(record, at + 1);
            int number = (record[at + 4] & 0xFF) << 8 | record[at + 5] & 0xFF;
            int from = u24(record, at + 6);
            int count = u24(record, at + 9);
            if (number >= MESSAGES || length > MESSAGE_AT_MOST || from + count > length) {
                return;
            }
            Message message =
                    messages.computeIfAbsent(number, any -> new Message(length, new BitSet()));
            if (message.length() == length) {
                message.bytes().set(from, from + count);
            }
            if (record[at] == CERTIFICATE_VERIFY) {
                last = number;
            }
            at += MESSAGE_HEADER + count;
        }
    }

    private static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
    }
}
