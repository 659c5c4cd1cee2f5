package io.rostrum.protocol.feed;

import java.util.List;
import java.util.Optional;

/**
 * What the owner of a {@link Sending} has to do next.
 *
 * <p>Steps with an attempt are answered with that attempt; an answer to an older one is ignored.
 */
public sealed interface SendStep {
    /** How the sending goes, in the owner's and the host's eyes. */
    enum Phase {
        /** Nothing is acknowledged yet. */
        STARTING,
        ON,
        /** The receiver cannot be reached: all is kept and sent again. */
        INTERRUPTED,
        /** The rest is being delivered. */
        STOPPING
    }

    /** Open or resume the session; answer {@link Sending#opened}. */
    record Open(int attempt) implements SendStep {}

    /** Send the header; answer {@link Sending#headerTaken}. */
    record Header(int attempt) implements SendStep {}

    /** Begin the request of that segment, behind those under way; {@link Sending#ready}. */
    record Begin(int attempt, long number) implements SendStep {}

    /** Write into the request that was begun last; {@link Sending#ready} when it takes more. */
    @SuppressWarnings("ArrayRecordComponent") // media travels without a copy
    record Write(int attempt, byte[] bytes) implements SendStep {}

    /** That request is whole; its acknowledgement is {@link Sending#acknowledged}. */
    record Finish(int attempt, long number) implements SendStep {}

    /** Tell of a take; {@link Sending#told} or {@link Sending#untold} with the same serial. */
    record Tell(long serial, Take take) implements SendStep {}

    /** End the session; {@link Sending#ended}. */
    record End(int attempt) implements SendStep {}

    /** Close the connection of the segments: what is under way was sent in vain. */
    record HangUp() implements SendStep {}

    /** Write a segment to disk; {@link Sending#stored} or {@link Sending#notStored}. */
    record Store(long number, List<byte[]> fragments) implements SendStep {}

    /** Read a segment from disk; {@link Sending#loaded}, or {@link Sending#failed}. */
    record Load(int attempt, long number) implements SendStep {}

    /** That segment is needed on disk no more. */
    record Discard(long number) implements SendStep {}

    /** Tell the host; the words are there when something is wrong. */
    record Say(Phase phase, Optional<String> words) implements SendStep {}

    /** The last step: nothing is sent any more, and nothing on disk is needed. */
    record Over(Optional<FeedFailure> failure, String words) implements SendStep {}
}
