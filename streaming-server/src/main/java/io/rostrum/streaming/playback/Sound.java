package io.rostrum.streaming.playback;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.packager.Mp4Header;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.SessionFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Makes the sound of a recording as a file of its own: its AAC, as it came. Blocking; one thread.
 *
 * <p>A copy, unlike the MP4: what a listener downloads is a twentieth of the samples, and nobody
 * can make the server read twenty times of what he gets. Two files, as {@link Download} has them.
 */
final class Sound {
    static final String DATA = "sound.data";
    static final String HEADER = "sound.header";

    private Sound() {}

    /** Makes it, unless it is there. */
    static void make(Shelf.Tape tape, BooleanSupplier stopped) throws IOException {
        SessionFolder folder = tape.recording().folder();
        if (folder.has(HEADER)) {
            return;
        }
        Mp4Header header = Mp4Header.ofSound(init(tape.feedInit()));
        try (SessionFolder.Draft draft = folder.draft(DATA)) {
            long written = 0;
            for (Segment segment : tape.log().segments()) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                written = add(tape, segment, draft.channel(), written, header);
            }
            draft.keep();
            folder.write(HEADER, header.bytes(written));
        }
    }

    private static long add(
            Shelf.Tape tape, Segment segment, FileChannel out, long from, Mp4Header header)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length()); // it holds the pictures too
        tape.log()
                .read(
                        segment,
                        (Sample sample, long at) -> {
                            if (sample.track() == FeedTracks.AAC) {
                                header.add(sample, from + bytes.position());
                                bytes.put(sample.data());
                            }
                        });
        bytes.flip();
        long written = from + bytes.limit();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        return written;
    }

    private static byte[] init(byte[] feed) throws IOException {
        try {
            return InitSegment.read(feed).only(Set.of(FeedTracks.AAC)).bytes();
        } catch (CmafException e) {
            throw new IOException("its header cannot be read", e);
        }
    }
}
