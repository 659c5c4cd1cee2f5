package io.rostrum.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of both servers for a meeting of three, and what a broadcast of it takes on top, in
 * windows that take turns.
 *
 * @param seconds length of a window
 * @param warming seconds until what runs often is compiled
 * @param before another checkout, whose windows take turns with those of this one; null: none
 */
record Cost(int runs, int seconds, int warming, @Nullable Path before) implements Measurement {
    @Override
    public List<Figure> measure(Site site) throws Exception {
        Path old = before;
        if (old == null) {
            return measure(List.of(warm("cost", site)));
        }
        CostedMeeting now = warm("cost", site);
        try (Site other = Site.of(old)) {
            return measure(List.of(warm("cost before", other), now));
        }
    }

    /** Servers run for days; what they cost in their first minute is compiling. */
    private CostedMeeting warm(String name, Site site) throws Exception {
        CostedMeeting meeting = new CostedMeeting(name, site, seconds);
        meeting.warmUp();
        TimeUnit.SECONDS.sleep(warming);
        meeting.coolDown();
        return meeting;
    }

    private List<Figure> measure(List<CostedMeeting> meetings) throws Exception {
        for (int run = 0; run < runs; run++) {
            for (CostedMeeting meeting : meetings) {
                meeting.run();
            }
        }
        List<Figure> figures = new ArrayList<>();
        meetings.forEach(meeting -> figures.addAll(meeting.figures()));
        return figures;
    }
}
