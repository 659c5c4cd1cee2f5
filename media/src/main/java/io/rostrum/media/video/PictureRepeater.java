package io.rostrum.media.video;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the latest H.264 picture of a stream once more, in a few bytes and without disturbing those
 * that follow: a picture of skipped macroblocks to which none refers.
 *
 * <p>Pictures are NAL units with 4-byte lengths. Nothing is parsed before it is needed. Confined to
 * one thread.
 */
public final class PictureRepeater {
    /** A slice of a picture that is no key frame (table 7-1). */
    private static final int SLICE = 1;

    /** nal_ref_idc in the first byte of a unit. */
    private static final int REFERENCE = 0x60;

    private static final int LENGTH = 4;

    /** A repetition is never longer, by far. */
    private static final int LONGEST = 4096;

    private byte @Nullable [] keyFrame;
    private byte @Nullable [] latest;
    private byte @Nullable [] repetition;
    private boolean tried;

    /**
     * Notes the next picture of the stream. One that is a repetition itself changes nothing.
     *
     * @param key whether it is a key frame, with its parameter sets
     */
    public void onPicture(byte[] picture, boolean key) {
        if (!key && mayBeRepetition(picture) && Arrays.equals(picture, repetition())) {
            return;
        }
        if (key) {
            keyFrame = picture;
        }
        latest = picture;
        repetition = null;
        tried = false;
    }

    /** Who made the stream may have repeated by himself. */
    private static boolean mayBeRepetition(byte[] picture) {
        return picture.length > LENGTH
                && picture.length < LONGEST
                && (picture[LENGTH] & REFERENCE) == 0;
    }

    /**
     * The latest picture once more; as often as wanted, always the same bytes.
     *
     * @return null where that cannot be: before a key frame, behind a picture that is no reference
     *     itself, with interlaced pictures or several groups of slices
     */
    public byte @Nullable [] repetition() {
        byte[] key = keyFrame;
        byte[] picture = latest;
        if (!tried && key != null && picture != null) {
            tried = true;
            repetition = make(key, picture);
        }
        return repetition;
    }

    private static byte @Nullable [] make(byte[] key, byte[] picture) {
        byte[] head = firstSlice(picture);
        if (head == null || (head[0] & REFERENCE) == 0) {
            return null;
        }
        BitReader in = new BitReader(head, 1, head.length);
        in.unsigned();
        in.unsigned();
        PictureSet pictureSet = pictureSet(key, in.unsigned());
        SequenceFields sequence = pictureSet == null ? null : sequence(key, pictureSet.sequence());
        if (pictureSet == null || sequence == null || !repeatable(sequence)) {
            return null;
        }
        int frameNum = in.bits(sequence.frameNumBits());
        if (H264.type(head) == H264.IDR) {
            in.unsigned();
        }
        int order = sequence.orderType() == 0 ? in.bits(sequence.orderBits()) : 0;
        return in.exhausted()
                ? null
                : withLength(SkippedSlice.write(sequence, pictureSet, frameNum, order));
    }

    private static boolean repeatable(SequenceFields sequence) {
        return sequence.framesOnly() && !sequence.separatePlanes() && sequence.references() > 0;
    }

    private static byte @Nullable [] firstSlice(byte[] picture) {
        for (byte[] unit : units(picture)) {
            if (H264.type(unit) == SLICE || H264.type(unit) == H264.IDR) {
                return unit;
            }
        }
        return null;
    }

    private static @Nullable PictureSet pictureSet(byte[] key, long id) {
        for (byte[] unit : units(key)) {
            PictureSet set = H264.type(unit) == H264.PICTURE_SET ? PictureSet.parse(unit) : null;
            if (set != null && set.id() == id) {
                return set;
            }
        }
        return null;
    }

    private static @Nullable SequenceFields sequence(byte[] key, int id) {
        for (byte[] unit : units(key)) {
            SequenceFields fields = SequenceFields.parse(unit);
            if (fields != null && fields.set().id() == id) {
                return fields;
            }
        }
        return null;
    }

    private static List<byte[]> units(byte[] picture) {
        List<byte[]> units = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(picture);
        while (in.remaining() > LENGTH) {
            int size = in.getInt();
            if (size < 2 || size > in.remaining()) {
                return List.of();
            }
            byte[] unit = new byte[size];
            in.get(unit);
            units.add(unit);
        }
        return units;
    }

    private static byte[] withLength(byte[] unit) {
        return ByteBuffer.allocate(LENGTH + unit.length).putInt(unit.length).put(unit).array();
    }
}
