package io.rostrum.streaming.ingest;

/** Hears of programs and does nothing. */
public final class Unmoved implements Program.Listener {
    @Override
    public void onPlayable(Program program) {}

    @Override
    public void onChanged(Program program) {}

    @Override
    public void onEnded(Program program, boolean kept) {}
}
