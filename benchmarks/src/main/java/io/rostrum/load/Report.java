package io.rostrum.load;

import io.rostrum.load.peer.SyntheticParticipant.Tally;
import io.rostrum.media.rtp.ReceiveStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line for each participant: what he got between two tallies. */
record Report(List<Main.Visit> visits, List<Tally> before, List<Tally> after, int seconds) {
    private static final String HEAD =
            "%-12s %-10s %8s %9s %9s %8s %8s %8s %8s %8s%n"
                    .formatted(
                            "room",
                            "name",
                            "join ms",
                            "sound/s",
                            "frames/s",
                            "kbit/s",
                            "lost",
                            "repaired",
                            "jitter",
                            "trip ms");

    String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < visits.size(); i++) {
            text.append(line(visits.get(i), before.get(i), after.get(i)));
        }
        return text.toString();
    }

    private String line(Main.Visit visit, Tally from, Tally to) {
        ReceiveStream.Counts film = to.filmDown();
        return String.format(
                Locale.ROOT,
                "%-12s %-10s %8.0f %9.1f %9.1f %8.0f %8d %8d %8.1f %8.1f%n",
                visit.room(),
                visit.name(),
                visit.joinMillis(),
                (packets(to.soundDown()) - packets(from.soundDown())) / (double) seconds,
                (to.frames() - from.frames()) / (double) seconds,
                (bytes(film) - bytes(from.filmDown())) * 8 / 1000.0 / seconds,
                film == null ? 0 : film.lost(),
                film == null ? 0 : film.recovered(),
                film == null ? 0 : film.jitterNanos() / 1e6,
                to.filmUp() == null ? -1 : to.filmUp().roundTripNanos() / 1e6);
    }

    private static long packets(ReceiveStream.@Nullable Counts counts) {
        return counts == null ? 0 : counts.packets();
    }

    private static long bytes(ReceiveStream.@Nullable Counts counts) {
        return counts == null ? 0 : counts.bytes();
    }
}
