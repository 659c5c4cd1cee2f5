package io.rostrum.media.audio;

/** What a jitter buffer has seen and done since it was made. */
public final class JitterCounters {
    long received;
    long malformed;
    long undecodable;
    long duplicate;
    long late;
    long skipped;
    long overflows;
    long restarts;
    long removedSamples;
    private long normalTicks;
    private long recoveredTicks;
    private long concealedTicks;

    void count(JitterBuffer.Outcome outcome) {
        switch (outcome) {
            case NORMAL -> normalTicks++;
            case RECOVERED -> recoveredTicks++;
            case CONCEALED -> concealedTicks++;
            case SILENCE -> {}
        }
    }

    /** Well-formed packets that came, duplicates and late ones included. */
    public long received() {
        return received;
    }

    public long malformed() {
        return malformed;
    }

    /** Packets that looked well-formed until they were decoded; silence was played. */
    public long undecodable() {
        return undecodable;
    }

    public long duplicate() {
        return duplicate;
    }

    /** Packets that came after their tick had been filled otherwise. */
    public long late() {
        return late;
    }

    /** Packets left out to start nearer to now. */
    public long skipped() {
        return skipped;
    }

    /** How often a packet was too far ahead to be held. */
    public long overflows() {
        return overflows;
    }

    /** How often the stream began anew: another SSRC, or a jump of its clock. */
    public long restarts() {
        return restarts;
    }

    /** Samples per channel taken out to shrink the delay. */
    public long removedSamples() {
        return removedSamples;
    }

    public long normalTicks() {
        return normalTicks;
    }

    /** Ticks in which a lost packet was restored from the next one. */
    public long recoveredTicks() {
        return recoveredTicks;
    }

    public long concealedTicks() {
        return concealedTicks;
    }
}
