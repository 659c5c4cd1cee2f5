package io.rostrum.center.air;

import io.rostrum.center.peer.Stage;
import io.rostrum.center.peer.Station;
import io.rostrum.center.program.Pictures;
import io.rostrum.center.program.Program;
import io.rostrum.center.program.ProgramListener;
import io.rostrum.center.program.ProgramState;
import io.rostrum.center.program.SourcePicture;
import io.rostrum.center.program.Warning;
import io.rostrum.center.room.Studio;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.VideoCodec;
import io.rostrum.protocol.feed.Id;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.BroadcastWarning;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Puts one room on air: its stage's mix and pictures into the program. */
public final class RoomStudio implements Studio {
    private static final System.Logger LOG = System.getLogger(RoomStudio.class.getName());

    private final String room;
    private final Stage stage;
    private final Station station;
    private final Broadcaster broadcaster;

    public RoomStudio(String room, Stage stage, Station station, Broadcaster broadcaster) {
        this.room = room;
        this.stage = stage;
        this.station = station;
        this.broadcaster = broadcaster;
    }

    @Override
    public OnAir start(String title, String host, Listener listener) {
        Left mark =
                new Left(
                        broadcaster.sessions().get(),
                        title,
                        host,
                        broadcaster.clock().instant(),
                        false);
        remember(mark);
        return running(
                mark,
                Program.start(
                        broadcaster.vertx(),
                        broadcaster.settings(),
                        broadcaster.target(room, mark),
                        new Sources(),
                        new Report(mark, listener),
                        station.loop().executor(),
                        station.nanoClock()));
    }

    @Override
    public OnAir resume(Left left, Listener listener) {
        Duration lasted = Duration.between(left.since(), broadcaster.clock().instant());
        return running(
                left,
                Program.resume(
                        broadcaster.vertx(),
                        broadcaster.settings(),
                        broadcaster.target(room, left),
                        station.nanoClock().getAsLong() - lasted.toNanos(),
                        new Sources(),
                        new Report(left, listener),
                        station.loop().executor(),
                        station.nanoClock()));
    }

    private void remember(Left left) {
        var _ = broadcaster.remember(mark(left)).onFailure(RoomStudio::cannotMark);
    }

    private OnAir running(Left left, Program program) {
        stage.tap(program::onSound);
        stage.taps().deliverTo((id, frame, nanos) -> program.onPicture(picture(id, frame, nanos)));
        return new Running(left, program);
    }

    private OnAirMarks.Mark mark(Left left) {
        return new OnAirMarks.Mark(new Id(room), left);
    }

    private static void cannotMark(Throwable failure) {
        LOG.log(System.Logger.Level.WARNING, "what is on air is not noted", failure);
    }

    private static SourcePicture picture(String participant, Frame frame, long serverNanos) {
        boolean h264 = frame.codec() == VideoCodec.H264;
        return new SourcePicture(
                participant,
                h264 ? SourcePicture.Codec.H264 : SourcePicture.Codec.VP8,
                serverNanos,
                frame.keyFrame(),
                h264 ? withLengths(frame) : frame.units().getFirst());
    }

    private static byte[] withLengths(Frame frame) {
        ByteBuffer data = ByteBuffer.allocate(frame.size() + 4 * frame.units().size());
        for (byte[] unit : frame.units()) {
            data.putInt(unit.length).put(unit);
        }
        return data.array();
    }

    private final class Running implements OnAir {
        private final Left left;
        private final Program program;

        Running(Left left, Program program) {
            this.left = left;
            this.program = program;
        }

        @Override
        public void take(@Nullable String participant, @Nullable String name) {
            program.take(participant, name);
        }

        @Override
        public void locked(boolean locked) {
            remember(left.locked(locked));
        }

        @Override
        public void stop() {
            program.stop();
        }
    }

    /** The stage's pictures as the program asks for them. */
    private final class Sources implements Pictures {
        @Override
        public void subscribe(String source) {
            stage.taps().subscribe(source);
        }

        @Override
        public void unsubscribe(String source) {
            stage.taps().unsubscribe(source);
        }

        @Override
        public void requestKeyFrame(String source) {
            stage.taps().requestKeyFrame(source);
        }
    }

    /** What the program says of itself, in the words of the signalling. */
    private final class Report implements ProgramListener {
        private final Left left;
        private final Listener listener;
        private BroadcastState told = BroadcastState.off();
        private @Nullable BroadcastWarning warning;

        Report(Left left, Listener listener) {
            this.left = left;
            this.listener = listener;
        }

        @Override
        public void onState(ProgramState state) {
            switch (state.phase()) {
                case OFF -> {
                    if (state.failure() != ProgramState.Failure.TAIL_LOST) {
                        var _ = broadcaster.forget(mark(left));
                    }
                    stage.tap(null);
                    stage.taps().unsubscribeAll();
                    String detail = state.detail();
                    listener.onBroadcast(
                            detail == null ? BroadcastState.off() : BroadcastState.off(detail));
                }
                case STARTING -> tell(BroadcastPhase.STARTING, state.detail());
                case ON -> tell(BroadcastPhase.ON, state.detail());
                case INTERRUPTED -> tell(BroadcastPhase.INTERRUPTED, state.detail());
                case STOPPING -> tell(BroadcastPhase.STOPPING, state.detail());
            }
        }

        private void tell(BroadcastPhase phase, @Nullable String detail) {
            told =
                    new BroadcastState(
                            phase,
                            left.session(),
                            left.title(),
                            left.since().toString(),
                            broadcaster.page(room),
                            null,
                            detail,
                            warning);
            listener.onBroadcast(told);
        }

        @Override
        public void onWarning(@Nullable Warning news) {
            warning = news == null ? null : new BroadcastWarning(code(news), news.source());
            if (told.state() == BroadcastPhase.ON || told.state() == BroadcastPhase.INTERRUPTED) {
                told = told.warning(warning);
                listener.onBroadcast(told);
            }
        }

        private static BroadcastWarning.Code code(Warning warning) {
            return switch (warning.kind()) {
                case OUT_OF_STEP -> BroadcastWarning.Code.OUT_OF_STEP;
                case NOT_CONVERTED -> BroadcastWarning.Code.NOT_CONVERTED;
            };
        }

        @Override
        public void onCut(@Nullable String source) {
            listener.onPicture(source);
        }
    }
}
