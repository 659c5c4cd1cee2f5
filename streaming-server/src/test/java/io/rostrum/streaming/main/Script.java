package io.rostrum.streaming.main;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program as a center would send it: feed segments of unlike sources with cuts between them.
 *
 * @param segments each a list of fragments with the moment at which they are sent
 */
record Script(byte[] init, List<List<Fragment>> segments, int frames) {
    /**
     * @param at 1/90000 s since the start
     */
    record Fragment(long at, byte[] bytes) {}

    /** Six sources, cuts at random moments. */
    static Script program(Path folder, int seconds, long seed)
            throws IOException, InterruptedException {
        List<Footage> sources =
                List.of(
                        Footage.picture(folder, 1280, 720, 30, "baseline"),
                        Footage.picture(folder, 640, 360, 25, "main"),
                        Footage.picture(folder, 360, 640, 30, "baseline"),
                        Footage.picture(folder, 320, 180, 15, "high"));
        return program(sources, Footage.tone(folder, seconds), seconds, new Random(seed));
    }

    private static Script program(
            List<Footage> sources, List<byte[]> tone, int seconds, Random random) {
        List<List<Fragment>> segments = new ArrayList<>();
        long now = 0;
        int sound = 0;
        int frames = 0;
        while (now < seconds * 90000L) {
            Footage source = sources.get(random.nextInt(sources.size()));
            int groups = random.nextInt(3);
            int rest = 1 + random.nextInt(2 * source.rate() - 1);
            int count = groups * 2 * source.rate() + rest;
            List<Fragment> segment = new ArrayList<>();
            for (int i = 0; i < count && now < seconds * 90000L; i++) {
                Footage.Frame frame = source.frames().get(i % source.frames().size());
                if (frame.key()) {
                    segment = new ArrayList<>();
                    segments.add(segment);
                }
                long step = 90000L / source.rate();
                Sample picture = new Sample(FeedTracks.VIDEO, now, step, frame.key(), frame.data());
                segment.add(new Fragment(now, FragmentWriter.write(frames++, picture)));
                while (sound < tone.size() && sound * 1920L < now) {
                    Sample aac =
                            new Sample(FeedTracks.AAC, sound * 1024L, 1024, true, tone.get(sound));
                    segment.add(new Fragment(now, FragmentWriter.write(frames, aac)));
                    Sample opus =
                            new Sample(FeedTracks.OPUS, sound * 1024L, 960, true, new byte[80]);
                    segment.add(new Fragment(now, FragmentWriter.write(frames, opus)));
                    sound++;
                }
                now += step + random.nextInt(-300, 301);
            }
        }
        byte[] init = FeedTracks.init(sources.getFirst().config()).bytes();
        return new Script(init, segments, frames);
    }
}
