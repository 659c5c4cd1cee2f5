package io.rostrum.streaming.playback;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.packager.Mp4Header;
import io.rostrum.streaming.packager.NalUnits;
import io.rostrum.streaming.packager.Properties;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.SessionFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the MP4 of a recording in which every take has one size, for players and editors that know
 * no other. Blocking; one thread.
 *
 * <p>Two files: the samples, and the front that points into them. The front is written last and
 * makes the other one count.
 */
final class Download {
    static final String DATA = "download.data";
    static final String HEADER = "download.header";

    /** ISO/IEC 14496-15 section 5.4.2.1: parameter sets in the front only. */
    private static final byte[] IN_BAND = "avc3".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] IN_FRONT = "avc1".getBytes(StandardCharsets.US_ASCII);

    private static final int SPS = 7;
    private static final int PPS = 8;

    private final Shelf.Tape tape;
    private final Properties properties;
    private @Nullable Mp4Header header;
    private long written;

    private Download(Shelf.Tape tape, Properties properties) {
        this.tape = tape;
        this.properties = properties;
    }

    /**
     * Makes it.
     *
     * @param progress in per cent
     * @return false where it was stopped
     */
    static boolean make(
            Shelf.Tape tape, Properties properties, IntConsumer progress, BooleanSupplier stopped)
            throws IOException {
        return new Download(tape, properties).make(progress, stopped);
    }

    private boolean make(IntConsumer progress, BooleanSupplier stopped) throws IOException {
        SessionFolder folder = tape.recording().folder();
        try (SessionFolder.Draft draft = folder.draft(DATA);
                OneSize turner = new OneSize(properties)) {
            List<Segment> segments = tape.log().segments();
            for (int i = 0; i < segments.size(); i++) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                add(segments.get(i), turner, draft.channel());
                progress.accept(Math.min(99, (i + 1) * 100 / segments.size()));
            }
            draft.keep();
        }
        folder.write(HEADER, header());
        return true;
    }

    private void add(Segment segment, OneSize turner, FileChannel out) throws IOException {
        List<Sample> samples = new ArrayList<>();
        tape.log()
                .read(
                        segment,
                        (sample, at) -> {
                            if (sample.track() == FeedTracks.VIDEO) {
                                turner.turn(sample).map(this::bare).ifPresent(samples::add);
                            } else if (sample.track() == FeedTracks.AAC) {
                                samples.add(sample);
                            }
                        });
        for (Sample sample : samples) {
            put(sample, out);
        }
    }

    /** The picture without its parameter sets; the first ones go into the front. */
    private Sample bare(Sample picture) {
        List<byte[]> units = NalUnits.split(picture.data());
        if (header == null) {
            AvcConfig config = AvcConfig.of(first(units, SPS), first(units, PPS));
            header = new Mp4Header(init(config));
        }
        List<byte[]> slices =
                units.stream().filter(nal -> type(nal) != SPS && type(nal) != PPS).toList();
        return new Sample(
                picture.track(),
                picture.decodeTime(),
                picture.duration(),
                picture.key(),
                NalUnits.join(slices));
    }

    private static byte[] first(List<byte[]> units, int type) {
        return units.stream()
                .filter(nal -> type(nal) == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no parameter set " + type));
    }

    private static int type(byte[] nal) {
        return nal.length == 0 ? 0 : nal[0] & 0x1F;
    }

    private void put(Sample sample, FileChannel out) throws IOException {
        Mp4Header front = header;
        if (front == null) {
            return; // sound before the first picture that can be decoded
        }
        ByteBuffer bytes = ByteBuffer.wrap(sample.data());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        front.add(sample, written);
        written += sample.data().length;
    }

    private byte[] header() throws IOException {
        Mp4Header front = header;
        if (front == null) {
            throw new IOException("no picture of it can be decoded");
        }
        return front.bytes(written);
    }

    private static byte[] init(AvcConfig config) {
        byte[] init =
                InitSegment.of(
                                new Track.Video(FeedTracks.VIDEO, config),
                                Track.Aac.stereo(FeedTracks.AAC))
                        .bytes();
        for (int at = 0; at + 4 <= init.length; at++) {
            if (Arrays.equals(init, at, at + 4, IN_BAND, 0, 4)) {
                System.arraycopy(IN_FRONT, 0, init, at, 4);
            }
        }
        return init;
    }
}
