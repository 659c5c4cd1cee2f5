package io.rostrum.media.transport;

import io.rostrum.media.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Remembers what came out of a transport. */
final class Ear implements Transport.Listener {
    final List<byte[]> rtp = new ArrayList<>();
    final List<byte[]> rtcp = new ArrayList<>();
    final List<State> states = new ArrayList<>();

    @Override
    public void onRtp(Buffer packet, long nowNanos) {
        rtp.add(packet.bytes());
        packet.release();
    }

    @Override
    public void onRtcp(Buffer compound, long nowNanos) {
        rtcp.add(compound.bytes());
        compound.release();
    }

    @Override
    public void onState(State state) {
        states.add(state);
    }

    State last() {
        return states.isEmpty() ? new State.New() : states.getLast();
    }

    boolean isConnected() {
        return last() instanceof State.Connected;
    }
}
