package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Payloads of H.264 in non-interleaved mode (RFC 6184 section 6.3). */
public final class H264 {
    /** NAL unit types (H.264 table 7-1). */
    static final int SLICE = 1;

    public static final int IDR = 5;

    public static final int SEQUENCE_SET = 7;
    public static final int PICTURE_SET = 8;
    static final int DELIMITER = 9;
    private static final int LAST_SINGLE = 23;

    /** RFC 6184 section 5.4. */
    private static final int STAP_A = 24;

    private static final int FU_A = 28;
    private static final int START_BIT = 0x80;
    private static final int END_BIT = 0x40;
    private static final int TYPE_BITS = 0x1F;
    private static final int REFERENCE_BITS = 0xE0;

    private H264() {}

    /** Where the payloads of a frame go. */
    public interface Payloads {
        /** Takes one payload; {@code last} is the marker bit. */
        void accept(byte[] payload, boolean last);
    }

    /** The type of a NAL unit, of a payload when it is single. */
    public static int type(byte[] unit) {
        return unit.length == 0 ? 0 : unit[0] & TYPE_BITS;
    }

    /** What a payload carries, as bits of {@link Content}. */
    static int inspect(Buffer packet, int at, int length) {
        if (length < 2) {
            return Content.MALFORMED;
        }
        int type = packet.u8(at) & TYPE_BITS;
        if (type == STAP_A) {
            return inspectAggregate(packet, at + 1, at + length);
        }
        if (type == FU_A) {
            return inspectFragment(packet, at, length);
        }
        return type >= 1 && type <= LAST_SINGLE
                ? Content.START | inspectUnit(type, packet.u8(at + 1))
                : Content.MALFORMED;
    }

    /** The first bit of a slice is set when its first macroblock is number 0 (7.3.3, ue(v)). */
    private static int inspectUnit(int type, int firstByte) {
        return switch (type) {
            case IDR -> Content.KEY | ((firstByte & 0x80) != 0 ? Content.KEY_START : 0);
            case SEQUENCE_SET -> Content.SEQUENCE_SET;
            case PICTURE_SET -> Content.PICTURE_SET;
            case SLICE -> isFirstBidirectional(firstByte) ? Content.BIDIRECTIONAL : 0;
            default -> 0;
        };
    }

    /**
     * first_mb_in_slice 0 and slice_type 1 or 6, both ue(v) (7.3.3 and table 7-6): bits 1 010 or 1
     * 00111.
     */
    private static boolean isFirstBidirectional(int firstByte) {
        return (firstByte & 0xF0) == 0xA0 || (firstByte & 0xFC) == 0x9C;
    }

    private static int inspectAggregate(Buffer packet, int from, int end) {
        int content = Content.START;
        int at = from;
        while (at < end) {
            if (end - at < 3) {
                return Content.MALFORMED;
            }
            int length = packet.u16(at);
            if (length == 0 || length > end - at - 2) {
                return Content.MALFORMED;
            }
            int second = length > 1 ? packet.u8(at + 3) : 0;
            content |= inspectUnit(packet.u8(at + 2) & TYPE_BITS, second);
            at += 2 + length;
        }
        return content;
    }

    private static int inspectFragment(Buffer packet, int at, int length) {
        if (length < 3) {
            return Content.MALFORMED;
        }
        int header = packet.u8(at + 1);
        int type = header & TYPE_BITS;
        if ((header & START_BIT) != 0) {
            return Content.START | inspectUnit(type, packet.u8(at + 2));
        }
        return type == IDR ? Content.KEY : 0;
    }

    /** {@link H264Payloads} for NAL units without lengths; every payload is an array of its own. */
    public static void packetize(List<byte[]> units, int mostBytes, Payloads payloads) {
        ByteBuffer unit = ByteBuffer.allocate(units.stream().mapToInt(one -> 4 + one.length).sum());
        units.forEach(one -> unit.putInt(one.length).put(one));
        new H264Payloads(mostBytes)
                .cut(
                        unit.array(),
                        (bytes, length, last) ->
                                payloads.accept(Arrays.copyOf(bytes, length), last));
    }

    /** RFC 6184 section 5.7.1. The most important unit gives the reference bits. */
    static byte[] aggregate(List<byte[]> units) {
        int size = 1 + units.stream().mapToInt(unit -> 2 + unit.length).sum();
        Buffer payload = Buffer.wrap(new byte[size]);
        int reference = 0;
        int at = 1;
        for (byte[] unit : units) {
            reference = Math.max(reference, unit[0] & 0x60);
            payload.put16(at, unit.length);
            payload.put(at + 2, unit, 0, unit.length);
            at += 2 + unit.length;
        }
        payload.put8(0, reference | STAP_A);
        return payload.bytes();
    }

    /**
     * The NAL units of the payloads of one frame, in their order.
     *
     * @return an empty list when a payload is malformed or a fragment has no beginning or no end
     */
    public static List<byte[]> units(List<byte[]> payloads) {
        Reassembly reassembly = new Reassembly();
        for (byte[] payload : payloads) {
            if (!reassembly.add(payload)) {
                return List.of();
            }
        }
        return reassembly.complete() ? reassembly.units : List.of();
    }

    private static final class Reassembly {
        private final List<byte[]> units = new ArrayList<>();
        private final List<byte[]> fragments = new ArrayList<>();

        boolean add(byte[] payload) {
            int type = type(payload);
            if (type == FU_A) {
                return addFragment(payload);
            }
            if (!fragments.isEmpty()) {
                return false;
            }
            if (type == STAP_A) {
                return addAggregate(payload);
            }
            return type >= 1 && type <= LAST_SINGLE && units.add(payload);
        }

        boolean complete() {
            return fragments.isEmpty();
        }

        private boolean addAggregate(byte[] payload) {
            Buffer read = Buffer.wrap(payload);
            int at = 1;
            while (at < payload.length) {
                int left = payload.length - at - 2;
                int length = left < 1 ? 0 : read.u16(at);
                if (length == 0 || length > left) {
                    return false;
                }
                units.add(read.bytes(at + 2, length));
                at += 2 + length;
            }
            return true;
        }

        private boolean addFragment(byte[] payload) {
            if (payload.length < 3 || (payload[1] & START_BIT) != 0 != fragments.isEmpty()) {
                return false;
            }
            fragments.add(payload);
            if ((payload[1] & END_BIT) != 0) {
                units.add(join());
                fragments.clear();
            }
            return true;
        }

        private byte[] join() {
            byte[] first = fragments.getFirst();
            byte[] unit = new byte[1 + fragments.stream().mapToInt(f -> f.length - 2).sum()];
            unit[0] = (byte) (first[0] & REFERENCE_BITS | first[1] & TYPE_BITS);
            int at = 1;
            for (byte[] fragment : fragments) {
                System.arraycopy(fragment, 2, unit, at, fragment.length - 2);
                at += fragment.length - 2;
            }
            return unit;
        }
    }

    /** The NAL units of a byte stream with start codes (H.264 annex B). */
    public static List<byte[]> unitsOfByteStream(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        for (int i = 0; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                addUnit(stream, start, i, units);
                start = i + 3;
                i += 2;
            }
        }
        addUnit(stream, start, stream.length, units);
        return units;
    }

    /** Zero bytes behind a unit belong to the next start code. */
    private static void addUnit(byte[] stream, int start, int end, List<byte[]> units) {
        int last = end;
        while (start >= 0 && last > start && stream[last - 1] == 0) {
            last--;
        }
        if (start >= 0 && last > start) {
            units.add(Arrays.copyOfRange(stream, start, last));
        }
    }
}
