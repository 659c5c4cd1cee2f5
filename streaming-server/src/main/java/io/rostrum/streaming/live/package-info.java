/**
 * What is on air, as everybody who serves viewers sees it: view, taps, words, takes, past.
 *
 * <p>In: what a writer says of a program, be it packaged here from a feed or pulled from another
 * server. Out: views, samples, news of what begins and ends. Thread: each program is written on one
 * event loop, and read from anywhere.
 */
@NullMarked
package io.rostrum.streaming.live;

import org.jspecify.annotations.NullMarked;
