package io.rostrum.center.air;

import io.rostrum.center.peer.PictureTaps;
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
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a stage's mix and pictures into a program. */
final class StageTransmitter implements Transmitter {
    private final String room;
    private final Stage stage;
    private final Station station;
    private final Broadcaster broadcaster;

    StageTransmitter(String room, Stage stage, Station station, Broadcaster broadcaster) {
        this.room = room;
        this.stage = stage;
        this.station = station;
        this.broadcaster = broadcaster;
    }

    @Override
    public Transmission start(Studio.Left program, ProgramListener listener) {
        return running(
                Program.start(
                        broadcaster.vertx(),
                        broadcaster.settings(),
                        broadcaster.target(room, program),
                        new Sources(),
                        new Untapping(listener),
                        station.loop().executor(),
                        station.nanoClock()));
    }

    @Override
    public Transmission resume(Studio.Left program, ProgramListener listener) {
        Duration lasted = Duration.between(program.since(), broadcaster.clock().instant());
        return running(
                Program.resume(
                        broadcaster.vertx(),
                        broadcaster.settings(),
                        broadcaster.target(room, program),
                        station.nanoClock().getAsLong() - lasted.toNanos(),
                        new Sources(),
                        new Untapping(listener),
                        station.loop().executor(),
                        station.nanoClock()));
    }

    private Transmission running(Program program) {
        stage.tap(program::onSound);
        stage.taps().deliverTo(new ToProgram(program));
        return new Transmission() {
            @Override
            public void take(@Nullable String participant, @Nullable String name) {
                program.take(participant, name);
            }

            @Override
            public void card(String text) {
                program.card(text);
            }

            @Override
            public void stop() {
                program.stop();
            }
        };
    }

    /** Whole pictures on their way into the program. */
    private record ToProgram(Program program) implements PictureTaps.Sink {
        @Override
        public void onPicture(String participant, PictureTaps.Taken taken) {
            program.onPicture(picture(participant, taken));
        }

        @Override
        public void onGroup(String participant, List<PictureTaps.Taken> pictures) {
            program.onGroup(pictures.stream().map(one -> picture(participant, one)).toList());
        }
    }

    private static SourcePicture picture(String participant, PictureTaps.Taken taken) {
        Frame frame = taken.frame();
        boolean h264 = frame.codec() == VideoCodec.H264;
        return new SourcePicture(
                participant,
                h264 ? SourcePicture.Codec.H264 : SourcePicture.Codec.VP8,
                taken.serverNanos(),
                taken.later(),
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
        public void showAgain(String source) {
            stage.taps().showAgain(source, station.now());
        }

        @Override
        public void requestKeyFrame(String source) {
            stage.taps().requestKeyFrame(source, station.now());
        }
    }

    /** Takes nothing more from the stage once the program is off. */
    private final class Untapping implements ProgramListener {
        private final ProgramListener next;

        Untapping(ProgramListener next) {
            this.next = next;
        }

        @Override
        public void onState(ProgramState state) {
            if (state.phase() == ProgramState.Phase.OFF) {
                stage.tap(null);
                stage.taps().unsubscribeAll();
            }
            next.onState(state);
        }

        @Override
        public void onWarning(@Nullable Warning news) {
            next.onWarning(news);
        }

        @Override
        public void onLoss(int percent) {
            stage.tapLoss(percent);
            next.onLoss(percent);
        }

        @Override
        public void onCut(@Nullable String source, @Nullable String card) {
            next.onCut(source, card);
        }
    }
}
