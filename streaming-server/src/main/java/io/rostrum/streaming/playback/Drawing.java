package io.rostrum.streaming.playback;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.CodecException;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.packager.NalUnits;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.SessionFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of one session, drawn tile by tile; a full one is kept on disk. Blocking; any thread,
 * one at a time.
 */
final class Drawing {
    private final SessionFolder folder;
    private volatile int drawn;
    private @Nullable Sheet sheet;
    private byte @Nullable [] last;

    Drawing(SessionFolder folder) {
        this.folder = folder;
    }

    /** Tiles that can be seen. */
    int drawn() {
        return drawn;
    }

    /** A sheet as it is now. */
    synchronized Optional<byte[]> sheet(int number) throws IOException {
        return number == drawn / Sheet.TILES && last != null
                ? Optional.of(last)
                : folder.read(Storyboard.sheet(number));
    }

    /**
     * Draws what is missing.
     *
     * @param ended whether the last sheet is kept too, full or not
     */
    synchronized void draw(List<Tile> tiles, SampleLog log, boolean ended) throws IOException {
        try {
            while (drawn < tiles.size()) {
                int until = Math.min(tiles.size(), (drawn / Sheet.TILES + 1) * Sheet.TILES);
                boolean whole = until % Sheet.TILES == 0 || ended;
                if (drawn % Sheet.TILES != 0 || !whole || !kept(drawn / Sheet.TILES)) {
                    add(tiles.subList(drawn, until), log, whole);
                }
                drawn = until;
            }
        } finally {
            if (ended) {
                close();
            }
        }
    }

    private boolean kept(int number) throws IOException {
        return folder.has(Storyboard.sheet(number));
    }

    private void add(List<Tile> tiles, SampleLog log, boolean whole) throws IOException {
        Sheet current = sheet == null ? new Sheet() : sheet;
        sheet = current;
        for (int i = 0; i < tiles.size(); i++) {
            int place = (drawn + i) % Sheet.TILES;
            Optional<byte[]> key = keyFrame(log, tiles.get(i).segment());
            key.ifPresent(unit -> draw(current, place, unit));
        }
        byte[] jpeg = current.jpeg();
        if (whole) {
            folder.write(Storyboard.sheet(drawn / Sheet.TILES), jpeg);
            close();
        } else {
            last = jpeg;
        }
    }

    private static void draw(Sheet sheet, int place, byte[] unit) {
        try (VideoDecoder decoder = VideoDecoder.h264()) {
            Picture picture = decoder.decode(AnnexB.join(NalUnits.split(unit)));
            if (picture != null) {
                sheet.draw(place, picture);
            }
        } catch (CodecException | IllegalArgumentException malformed) {
            // its place stays black
        }
    }

    private static Optional<byte[]> keyFrame(SampleLog log, Segment segment) throws IOException {
        List<byte[]> found = new ArrayList<>();
        log.read(
                segment,
                (Sample sample, long at) -> {
                    if (sample.track() == FeedTracks.VIDEO && sample.key() && found.isEmpty()) {
                        found.add(sample.data());
                    }
                });
        return found.stream().findFirst();
    }

    /** Gives the memory of the sheet back; what is kept on disk can still be had. */
    synchronized void close() {
        last = null;
        if (sheet != null) {
            sheet.close();
            sheet = null;
        }
    }
}
