/**
 * Turns the Opus packets of many speakers into what each participant hears.
 *
 * <p>In: Opus payloads with sequence number, RTP timestamp and level; a tick every 20 ms. Out: one
 * Opus frame per listener and tick, the program as PCM and Opus, levels, the dominant speaker.
 * Thread: the room's, for everything.
 */
@NullMarked
package io.rostrum.media.audio;

import org.jspecify.annotations.NullMarked;
