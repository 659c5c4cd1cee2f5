package io.rostrum.stage;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.FragmentReader;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** A part of 200 ms as CMAF: six pictures of 3 kB and nine AAC frames. */
public class WritingParts extends Stage {
    private static final int PICTURES = 6;
    private static final int SOUNDS = 9;

    private final List<Sample> samples = samples();
    private final byte[] part = FragmentWriter.write(1, samples);

    private static List<Sample> samples() {
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            all.add(new Sample(FeedTracks.VIDEO, i * 3000L, 3000, i == 0, new byte[3000]));
        }
        for (int i = 0; i < SOUNDS; i++) {
            all.add(new Sample(FeedTracks.AAC, i * 1024L, 1024, true, new byte[340]));
        }
        return all;
    }

    @Benchmark
    public byte[] write() {
        return FragmentWriter.write(1, samples);
    }

    @Benchmark
    public void read(Blackhole out) throws CmafException {
        new FragmentReader().read(part, out::consume);
    }
}
