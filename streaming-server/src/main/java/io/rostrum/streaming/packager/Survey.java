package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.PictureSize;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through a timeline once and sums up what is in it. Confined to one thread. */
public final class Survey {
    private final Map<PictureSize, Long> sizes = new HashMap<>();
    private Codecs codecs;
    private @Nullable PictureSize size;
    private long pictures;
    private long pictureBytes;
    private long sounds;
    private long soundBytes;
    private long from = -1;
    private long last;
    private long lasts;

    private Survey(InitSegment init) {
        Track.Video picture = (Track.Video) init.track(FeedTracks.VIDEO).orElseThrow();
        codecs = Codecs.of(init);
        picture.config().sps().forEach(this::parameterSet);
    }

    /**
     * Sums up a finished session. Blocking: reads its whole samples file.
     *
     * @param init as the feed sent it
     * @param mp4Bytes length of the MP4 download
     */
    public static Properties of(byte[] init, SampleLog log, long mp4Bytes) throws IOException {
        try {
            Survey survey = new Survey(InitSegment.read(init));
            for (Segment segment : log.segments()) {
                log.read(segment, (sample, at) -> survey.sample(sample));
            }
            return survey.properties(mp4Bytes);
        } catch (CmafException e) {
            throw new IOException("its header cannot be read", e);
        }
    }

    private void sample(Sample sample) {
        if (sample.track() == FeedTracks.VIDEO) {
            picture(sample);
        } else if (sample.track() == FeedTracks.AAC) {
            sounds++;
            soundBytes += sample.data().length;
        }
    }

    private void picture(Sample sample) {
        if (from < 0) {
            from = sample.decodeTime();
        } else {
            shown(sample.decodeTime() - last);
        }
        if (sample.key()) {
            NalUnits.parameterSets(sample.data()).forEach(this::parameterSet);
        }
        last = sample.decodeTime();
        lasts = Math.max(1, sample.duration());
        pictures++;
        pictureBytes += sample.data().length;
    }

    private void shown(long duration) {
        if (size != null) {
            sizes.merge(size, duration, Long::sum);
        }
    }

    private void parameterSet(byte[] sps) {
        size = PictureSize.read(sps).orElse(null);
        codecs = codecs.with(sps);
    }

    private Properties properties(long mp4Bytes) {
        shown(lasts);
        long length = Math.max(1, last + lasts - from);
        double seconds = length / 90000.0;
        double heard = Math.max(1, sounds) * 1024 / 48000.0;
        return new Properties(
                codecs.text(),
                longestFirst(),
                Math.round(pictures / seconds * 1000) / 1000.0,
                Math.round(pictureBytes * 8 / seconds + soundBytes * 8 / heard),
                mp4Bytes);
    }

    private List<Resolution> longestFirst() {
        return sizes.entrySet().stream()
                .map(entry -> new Resolution(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Resolution::duration).reversed())
                .toList();
    }
}
