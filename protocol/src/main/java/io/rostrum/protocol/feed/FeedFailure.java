package io.rostrum.protocol.feed;

import java.util.Optional;

/** Why a feed ends against the will of who sends it: what no repetition mends. */
public enum FeedFailure {
    BAD_KEY,
    CHANNEL_ON_AIR,
    /** The receiver closed the session, or speaks another protocol. */
    REFUSED,
    /** It asks for what it had acknowledged and is no longer kept. */
    OUT_OF_STEP,
    /** Neither memory nor disk holds more of what waits to be sent. */
    NO_ROOM,
    /** The rest could not be delivered in time. */
    TAIL_LOST;

    /**
     * What an answer that is no success means; nothing where another attempt may do.
     *
     * <p>An unknown session is opened again by the next attempt; time-outs, limits and the
     * receiver's own troubles pass.
     *
     * @param status of HTTP
     * @param problem that the answer names, where it names one of the feed's
     */
    public static Optional<FeedFailure> of(int status, Optional<FeedProblem> problem) {
        if (status == 401 || status == 403) {
            return Optional.of(BAD_KEY);
        }
        if (problem.equals(Optional.of(FeedProblem.CHANNEL_ON_AIR))) {
            return Optional.of(CHANNEL_ON_AIR);
        }
        boolean outOfOrder = status == 409 && !problem.equals(Optional.of(FeedProblem.OTHER_INIT));
        return outOfOrder || passes(status) ? Optional.empty() : Optional.of(REFUSED);
    }

    private static boolean passes(int status) {
        return status == 404 || status == 408 || status == 425 || status == 429 || status >= 500;
    }
}
