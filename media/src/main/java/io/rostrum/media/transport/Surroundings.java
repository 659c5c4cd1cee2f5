package io.rostrum.media.transport;

import io.rostrum.media.buffer.BufferPool;
import java.security.SecureRandom;
import java.util.concurrent.Executor;

/**
 * What a transport needs from outside.
 *
 * @param pool of the owner's thread
 * @param wire where datagrams leave
 * @param owner runs tasks on the owner's thread
 * @param handshakes runs blocking tasks, each on a (virtual) thread of its own
 */
public record Surroundings(
        BufferPool pool,
        Transport.Wire wire,
        Executor owner,
        Executor handshakes,
        SecureRandom random) {}
