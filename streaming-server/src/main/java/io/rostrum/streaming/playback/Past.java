package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.packager.Piece;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A session from its first moment on, while it is live and after: the pieces are the same, so
 * nobody who went back notices that it ended. Blocking; any worker.
 */
final class Past {
    private final OnAir onAir;
    private final Recordings recordings;
    private final Shelf shelf;

    Past(OnAir onAir, Recordings recordings, Shelf shelf) {
        this.onAir = onAir;
        this.recordings = recordings;
        this.shelf = shelf;
    }

    /** Reads a piece of the session. */
    interface Source {
        Instant startedAt();

        /** Those that will never change; for a finished session all. */
        List<Piece> pieces();

        boolean ended();

        byte[] init();

        byte[] read(Piece piece) throws IOException;
    }

    /** What is there now. */
    Source source(Id channel, Id session) throws IOException {
        Live program = onAir.watchable(channel, session).orElse(null);
        if (program != null && !program.view().ended()) {
            return new Current(program);
        }
        Recording recording =
                recordings
                        .one(session)
                        .filter(one -> one.session().channel().equals(channel))
                        .orElseThrow(() -> new Refusal(program == null ? gone(channel) : ending()));
        return new Finished(shelf.tape(recording));
    }

    /** The bytes of a piece, wherever they are when they are read. */
    byte[] piece(Id channel, Id session, long number) throws IOException {
        try {
            return piece(source(channel, session), number);
        } catch (ClosedChannelException endedMeanwhile) {
            return piece(source(channel, session), number);
        }
    }

    private static byte[] piece(Source source, long number) throws IOException {
        List<Piece> pieces = source.pieces();
        long first = pieces.isEmpty() ? 0 : pieces.getFirst().number(); // what was before is cut
        if (number < first || number >= first + pieces.size()) {
            throw new Refusal(outside(number, pieces.size(), source.ended()));
        }
        return source.read(pieces.get((int) (number - first)));
    }

    private static Problem outside(long number, int count, boolean ended) {
        String there = ended ? "The program had " : "So far the program has ";
        return new Problem(
                "outside-program",
                404,
                "outside the program",
                there + count + " pieces, numbered from 0; there is no piece " + number + ".");
    }

    private static Problem gone(Id channel) {
        return Problem.notOnAir(channel.text());
    }

    private static Problem ending() {
        return new Problem("not-yet", 503, "not yet", "The program is just ending; ask again.");
    }

    private record Current(Live program) implements Source {
        @Override
        public Instant startedAt() {
            return program.session().startedAt();
        }

        @Override
        public List<Piece> pieces() {
            return Piece.settled(program.stored().segments());
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public byte[] init() {
            return Inits.forViewers(Objects.requireNonNull(program.init(), "no header yet"));
        }

        @Override
        public byte[] read(Piece piece) throws IOException {
            return piece.read(program.stored());
        }
    }

    private record Finished(Shelf.Tape tape) implements Source {
        @Override
        public Instant startedAt() {
            return tape.recording().session().startedAt();
        }

        @Override
        public List<Piece> pieces() {
            return tape.past();
        }

        @Override
        public boolean ended() {
            return true;
        }

        @Override
        public byte[] init() {
            return tape.init();
        }

        @Override
        public byte[] read(Piece piece) throws IOException {
            return piece.read(tape.whole());
        }
    }
}
