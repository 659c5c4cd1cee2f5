package io.rostrum.protocol.signal;

/**
 * A participant's audio line as everybody in the room sees it.
 *
 * @param gain by how much everybody hears him louder, or softer, than he comes: decibels
 */
public record AudioState(boolean present, boolean mutedBySelf, boolean mutedByHost, int gain) {
    /** What can be asked for, decibels. */
    public static final int LEAST_GAIN = -20;

    public static final int MOST_GAIN = 6;

    /** Heard as he comes. */
    public AudioState(boolean present, boolean mutedBySelf, boolean mutedByHost) {
        this(present, mutedBySelf, mutedByHost, 0);
    }

    public boolean muted() {
        return mutedBySelf || mutedByHost;
    }

    public AudioState present(boolean now) {
        return new AudioState(now, mutedBySelf, mutedByHost, gain);
    }

    public AudioState mutedBySelf(boolean now) {
        return new AudioState(present, now, mutedByHost, gain);
    }

    public AudioState mutedByHost(boolean now) {
        return new AudioState(present, mutedBySelf, now, gain);
    }

    public AudioState gain(int now) {
        return new AudioState(present, mutedBySelf, mutedByHost, now);
    }
}
