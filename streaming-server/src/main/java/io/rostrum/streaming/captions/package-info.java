/**
 * Captions of recordings: what hosts upload, read as strictly as browsers read it, written anew.
 *
 * <p>In: WebVTT of hosts with a station token. Out: WebVTT for players, and the renditions of HLS
 * that name it. Thread: the event loop of the connection; the disk on workers.
 */
@NullMarked
package io.rostrum.streaming.captions;

import org.jspecify.annotations.NullMarked;
