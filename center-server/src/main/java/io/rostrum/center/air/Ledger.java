package io.rostrum.center.air;

import io.vertx.core.Future;

/** Keeps marks so that they survive the server; answers on the context of who asks. */
interface Ledger {
    /** Complete when a crash would not undo it. Marks of one program are kept in order. */
    Future<Void> keep(Mark mark);

    /** Complete when a crash would not bring it back. */
    Future<Void> forget(Mark mark);
}
