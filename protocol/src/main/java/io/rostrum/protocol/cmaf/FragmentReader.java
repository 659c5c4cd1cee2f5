package io.rostrum.protocol.cmaf;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads fragments from a stream of bytes that is cut anywhere.
 *
 * <p>Takes moof and mdat in pairs and skips styp, an init and other boxes that players skip. Memory
 * is bounded by the limits and grows only as bytes come. After an exception the reader refuses
 * everything with the same words.
 */
public final class FragmentReader {
    private static final Set<String> SKIPPED =
            Set.of("styp", "ftyp", "moov", "sidx", "emsg", "prft", "free", "skip", "mfra", "uuid");

    /**
     * What one fragment may be at most.
     *
     * @param moof bytes of a moof and of every skipped box
     * @param mdat bytes of an mdat
     */
    public record Limits(int moof, int mdat) {
        /** 1 MiB of moof, 16 MiB of mdat: eight times the largest key frame of 4K. */
        public static final Limits DEFAULT = new Limits(1 << 20, 16 << 20);

        public Limits {
            if (moof < 64 || mdat < 64) {
                throw new IllegalArgumentException("limits too small to hold anything");
            }
        }
    }

    private final Limits limits;
    private byte[] pending = new byte[4096];
    private int start;
    private int end;
    private long toSkip;
    private @Nullable Moof moof;
    private @Nullable String broken;

    public FragmentReader() {
        this(Limits.DEFAULT);
    }

    public FragmentReader(Limits limits) {
        this.limits = limits;
    }

    /** Takes a whole array; see {@link #read(byte[], int, int, Consumer)}. */
    public void read(byte[] chunk, Consumer<Sample> out) throws CmafException {
        read(chunk, 0, chunk.length, out);
    }

    /**
     * Takes the next bytes and hands out the samples that they complete, track after track within a
     * fragment.
     *
     * @throws CmafException when this is not the stream that we take; no other for any content
     */
    public void read(byte[] chunk, int from, int count, Consumer<Sample> out) throws CmafException {
        if (broken != null) {
            throw new CmafException(broken);
        }
        try {
            append(chunk, from, count);
            boolean more = true;
            while (more) {
                more = step(out);
            }
        } catch (CmafException e) {
            broken = String.valueOf(e.getMessage());
            pending = new byte[0];
            throw e;
        }
    }

    /** Whether the bytes so far end where a fragment ends: none is begun and unfinished. */
    public boolean atBoundary() {
        return broken == null && start == end && toSkip == 0 && moof == null;
    }

    private void append(byte[] chunk, int from, int count) {
        if (end + count > pending.length) {
            int kept = end - start;
            int size = Math.max(kept + count, Math.min(pending.length * 2, kept * 2));
            byte[] target = size > pending.length ? new byte[size] : pending;
            System.arraycopy(pending, start, target, 0, kept);
            pending = target;
            start = 0;
            end = kept;
        }
        System.arraycopy(chunk, from, pending, end, count);
        end += count;
    }

    /** One box further; false when it needs more bytes. */
    private boolean step(Consumer<Sample> out) throws CmafException {
        int held = end - start;
        if (toSkip > 0) {
            int now = (int) Math.min(toSkip, held);
            start += now;
            toSkip -= now;
            return now > 0;
        }
        if (held < 8) {
            return false;
        }
        String type = BoxReader.typeAt(pending, start + 4);
        BoxReader bytes = BoxReader.run(pending, start, end);
        long size = bytes.u32(0);
        int header = size == 1 ? 16 : 8;
        if (held < header) {
            return false;
        }
        if (size == 1) {
            size = bytes.u64(8);
        }
        checkSize(type, size, header);
        if (SKIPPED.contains(type)) {
            toSkip = size;
            return true;
        }
        if (held < size) {
            return false;
        }
        whole(header, (int) size, out);
        start += (int) size;
        return true;
    }

    private void checkSize(String type, long size, int header) throws CmafException {
        boolean data = type.equals("mdat");
        if (!data && !type.equals("moof") && !SKIPPED.contains(type)) {
            throw new CmafException("a box " + type + " has no place in a feed");
        }
        if (moof == null ? data : !data) {
            throw new CmafException(data ? "mdat without moof" : type + " in place of mdat");
        }
        int limit = data ? limits.mdat : limits.moof;
        if (size < header || size > limit) {
            throw new CmafException(type + " has a size of " + size + ", limit " + limit);
        }
    }

    private void whole(int header, int size, Consumer<Sample> out) throws CmafException {
        Moof described = moof;
        if (described == null) {
            moof =
                    Moof.read(
                            BoxReader.run(pending, start + header, start + size),
                            size,
                            limits.mdat);
            return;
        }
        byte[] data = Arrays.copyOfRange(pending, start, start + size);
        described.samples(data, header, out);
        moof = null;
    }
}
