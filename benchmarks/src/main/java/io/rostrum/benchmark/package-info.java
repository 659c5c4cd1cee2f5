/**
 * The figures that Rostrum promises, measured on real servers and real browsers.
 *
 * <p>In: options of a command line. Out: one table. Thread: main; Playwright answers only there.
 */
@NullMarked
package io.rostrum.benchmark;

import org.jspecify.annotations.NullMarked;
