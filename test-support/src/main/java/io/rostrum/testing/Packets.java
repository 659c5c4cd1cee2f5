package io.rostrum.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The coded frames of one stream, as ffprobe lists them. */
public record Packets(List<Packet> all) {
    private static final Duration BOUND = Duration.ofMinutes(3);

    /** One coded frame, by its time in seconds. */
    public record Packet(double pts, boolean key) {
        private static Packet read(String line) {
            String[] fields = line.split(",", -1);
            return new Packet(Double.parseDouble(fields[0]), fields[1].startsWith("K"));
        }
    }

    public Packets {
        all = List.copyOf(all);
    }

    /**
     * Of the first stream of this kind.
     *
     * @param kind {@code v} or {@code a}
     * @throws IOException with the words of ffprobe if it complains about anything
     */
    public static Packets of(String address, String kind) throws IOException, InterruptedException {
        return new Packets(
                Program.entries(BOUND, address, kind, "packet=pts_time,flags").stream()
                        .map(Packet::read)
                        .toList());
    }

    /** The longest time between the starts of two neighbours, in seconds. */
    public double longestStep() {
        double longest = 0;
        for (int i = 1; i < all.size(); i++) {
            longest = Math.max(longest, all.get(i).pts() - all.get(i - 1).pts());
        }
        return longest;
    }

    /** From the start of the first to the start of the last, in seconds. */
    public double length() {
        return all.getLast().pts() - all.getFirst().pts();
    }
}
