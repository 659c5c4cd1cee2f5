/**
 * Cuts the samples of a program into HLS parts, segments, playlists and MP4.
 *
 * <p>In: samples and segments. Out: bytes and playlists. Thread: no thread of its own; see each
 * class.
 */
@NullMarked
package io.rostrum.streaming.packager;

import org.jspecify.annotations.NullMarked;
