/**
 * Pictures that somebody sends, made into pictures of ours.
 *
 * <p>In: bytes of a stranger. Out: a JPEG of bounded size. Thread: any worker; it takes its time.
 */
@NullMarked
package io.rostrum.streaming.picture;

import org.jspecify.annotations.NullMarked;
