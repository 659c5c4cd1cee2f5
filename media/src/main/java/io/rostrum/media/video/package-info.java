/**
 * Pictures on their way: payload formats, whole frames, and the switch that gives each receiver the
 * one picture chosen for him.
 *
 * <p>In: valid RTP of a source, repaired as far as it will be, and what was selected. Out: RTP of
 * one continuous stream for each receiver; {@link io.rostrum.media.video.Frame}s for whoever
 * decodes or packs. Thread: the room's.
 *
 * <p>A {@link io.rostrum.media.video.PictureSource} is one encoding. Simulcast will be several of
 * them for one participant: going from one to another is the same cut as between participants.
 */
@NullMarked
package io.rostrum.media.video;

import org.jspecify.annotations.NullMarked;
