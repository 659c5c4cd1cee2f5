/**
 * What tests of several modules share: people with browsers, tones, colours, server processes.
 *
 * <p>In: calls of a test. Out: what was heard, seen, printed. Thread: the test's; Playwright
 * answers only on the thread that made it.
 */
@NullMarked
package io.rostrum.testing;

import org.jspecify.annotations.NullMarked;
