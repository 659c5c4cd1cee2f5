/**
 * The doors through which programs are watched: live, recorded, still pictures.
 *
 * <p>In: HTTP requests, views of live programs, recordings. Out: playlists, segments, MP4, JPEG.
 * Thread: the event loop of the connection; what blocks runs on workers.
 */
@NullMarked
package io.rostrum.streaming.playback;

import org.jspecify.annotations.NullMarked;
