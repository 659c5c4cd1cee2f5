package io.rostrum.center.net;

import io.rostrum.media.buffer.BufferPool;
import io.vertx.core.Context;

/** One event loop with its UDP port and its buffers: the home of some rooms. */
public record Loop(Context context, MediaPort port, BufferPool pool) {}
