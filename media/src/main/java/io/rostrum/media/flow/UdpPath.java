package io.rostrum.media.flow;

import java.net.InetSocketAddress;

/** By datagrams of one UDP port: the other end's address is all there is to it. */
public record UdpPath(InetSocketAddress address) implements Path {}
