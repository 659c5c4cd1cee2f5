package io.rostrum.streaming.live;

/** Hears of programs and does nothing. */
public final class Unmoved implements OnAir.Listener {
    @Override
    public void onPlayable(Live live) {}

    @Override
    public void onChanged(Live live) {}

    @Override
    public void onEnded(Live live, boolean kept) {}
}
