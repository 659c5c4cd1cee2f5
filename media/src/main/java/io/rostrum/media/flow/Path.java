package io.rostrum.media.flow;

import java.net.InetSocketAddress;

/**
 * One way to a peer: what came by it is told apart from what came by another, and what is sent goes
 * back by it. Equal ones are the same way.
 */
public interface Path {
    /** The address at its other end, as this side sees it. */
    InetSocketAddress address();
}
