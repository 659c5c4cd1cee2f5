package io.rostrum.center.program;

import org.jspecify.annotations.Nullable;

/** What the room is told; called on the room's thread. */
public interface ProgramListener {
    /** The state of the feed changed. After {@link ProgramState.Phase#OFF} nothing follows. */
    void onState(ProgramState state);

    /** Something is wrong with a source; null: no more. */
    void onWarning(@Nullable Warning warning);

    /** So much of the sound is lost on the way to viewers by WebRTC, in percent; 0 at first. */
    void onLoss(int percent);

    /**
     * The picture on air was cut to that source; null: to a card.
     *
     * @param card what it says; null with no source: the stand-by picture
     */
    void onCut(@Nullable String source, @Nullable String card);
}
