package io.rostrum.streaming.playback;

import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.packager.Piece;
import io.rostrum.streaming.packager.PieceName;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import java.io.IOException;
import java.util.List;

/**
 * Pieces of a recording as it was divided before it was cut: who watches it at that moment goes on
 * with what is still shown. Blocking; any worker.
 */
final class Former {
    private Former() {}

    static byte[] piece(Recording recording, PieceName name) throws IOException {
        Extent of = name.front().of();
        try (SampleLog log = recording.folder().showing(Extent.ALL).read()) {
            if (of.of(log.segments()).isEmpty()) {
                throw new Refusal(Problem.notFound());
            }
        }
        try (SampleLog log = recording.folder().showing(of).read()) {
            List<Piece> pieces =
                    name.front().brief()
                            ? Piece.brief(log.segments())
                            : Piece.divide(log.segments());
            if (name.number() >= pieces.size()) {
                throw new Refusal(Problem.notFound());
            }
            Piece piece = pieces.get(name.number());
            if (!piece.within(recording.folder().shown())) {
                throw new Refusal(cut());
            }
            return piece.read(log);
        }
    }

    private static Problem cut() {
        return new Problem(
                "cut-out",
                410,
                "cut out",
                "The host has cut that out of the recording: load its playlist again.");
    }
}
