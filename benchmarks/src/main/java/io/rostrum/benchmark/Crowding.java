package io.rostrum.benchmark;

import io.rostrum.load.watch.Crowd;
import io.rostrum.load.watch.Feeder;
import io.rostrum.testing.Cores;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many viewers by WHEP on one channel of 600 kbit/s: what they cost the streaming server, and
 * whether they get everything.
 */
record Crowding(int viewers, int windows, int seconds) implements Measurement {
    private static final int PICTURE_RATE = 600_000;
    private static final int KEY_FRAME_SECONDS = 2;
    private static final int SETTLING_SECONDS = 15;

    /** So many at once: the handshakes are not what is measured here. */
    private static final int TOGETHER = 20;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        try (Feeder _ =
                        Feeder.start(
                                site.streaming(),
                                "crowd",
                                site.feedSecret(),
                                KEY_FRAME_SECONDS,
                                PICTURE_RATE,
                                time -> {});
                Crowd crowd = new Crowd(site.streaming().resolve("/live/crowd/whep"))) {
            TimeUnit.SECONDS.sleep(KEY_FRAME_SECONDS + 1);
            long empty = Heap.held(site.streamingServer());
            gather(crowd);
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            List<Figure> figures = new ArrayList<>(figures(site, crowd));
            figures.add(memory(site, crowd, empty));
            return figures;
        }
    }

    /** What is held for each viewer: what is only garbage was collected before it is counted. */
    private Figure memory(Site site, Crowd crowd, long empty) throws Exception {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            long held = Heap.held(site.streamingServer()) - empty;
            each.add(held / 1000.0 / crowd.count().connected());
            TimeUnit.SECONDS.sleep(1);
        }
        String name = "WHEP, " + crowd.count().connected() + " viewers: heap held for each";
        return new Figure(name, "", "kB", 1, each);
    }

    private void gather(Crowd crowd) throws Exception {
        for (int i = 1; i <= viewers; i++) {
            crowd.admit();
            if (i % TOGETHER == 0) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private List<Figure> figures(Site site, Crowd crowd) throws Exception {
        List<Double> cores = new ArrayList<>();
        List<Double> perCore = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        List<Double> rate = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        int connected = 0;
        for (int i = 0; i < windows; i++) {
            Cores machine = Cores.watched();
            Crowd.Count before = crowd.count();
            long start = System.nanoTime();
            long cpu = site.streamingCpu().toNanos();
            TimeUnit.SECONDS.sleep(seconds);
            double share =
                    (double) (site.streamingCpu().toNanos() - cpu) / (System.nanoTime() - start);
            Crowd.Count after = crowd.count();
            long came = after.packets() - before.packets();
            long missing = after.lost() - before.lost();
            connected = after.connected();
            cores.add(share);
            perCore.add(connected / share);
            lost.add(100.0 * missing / Math.max(1, came + missing));
            rate.add((after.bytes() - before.bytes()) * 8 / 1000.0 / seconds / connected);
            busy.add(100 * machine.busy());
        }
        String crowdOf = "WHEP, " + connected + " viewers: ";
        return List.of(
                new Figure(crowdOf + "each gets", "600 kbit/s", "kbit/s", 0, rate),
                new Figure(crowdOf + "the server", "", "core", 3, cores),
                new Figure(crowdOf + "viewers per core", "", "", 0, perCore),
                new Figure(crowdOf + "packets lost", "0 below 80 % of a core", "%", 3, lost),
                new Figure(crowdOf + "both cores busy, with those who watch", "", "%", 0, busy));
    }
}
