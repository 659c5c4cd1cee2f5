package io.rostrum.center.program;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The way back to the room's thread. */
record Control(Pictures pictures, ProgramListener listener, Executor room) {
    void subscribe(String source) {
        room.execute(() -> pictures.subscribe(source));
    }

    void unsubscribe(String source) {
        room.execute(() -> pictures.unsubscribe(source));
    }

    void requestKeyFrame(String source) {
        room.execute(() -> pictures.requestKeyFrame(source));
    }

    void showAgain(String source) {
        room.execute(() -> pictures.showAgain(source));
    }

    void tell(ProgramState state) {
        room.execute(() -> listener.onState(state));
    }

    void warn(@Nullable Warning warning) {
        room.execute(() -> listener.onWarning(warning));
    }

    void tellLoss(int percent) {
        room.execute(() -> listener.onLoss(percent));
    }

    void tellCut(@Nullable String source, @Nullable String card) {
        room.execute(() -> listener.onCut(source, card));
    }
}
