package io.rostrum.center.program;

import org.jspecify.annotations.Nullable;

/** What the room is told; called on the room's thread. */
public interface ProgramListener {
    /** The state of the feed changed. After {@link ProgramState.Phase#OFF} nothing follows. */
    void onState(ProgramState state);

    /** Something is wrong with a source; null: no more. */
    void onWarning(@Nullable Warning warning);

    /** The picture on air was cut to that source; null: stand-by. */
    void onCut(@Nullable String source);
}
