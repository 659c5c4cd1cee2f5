/**
 * Synthetic participants by the dozen: the demo, and the load tester.
 *
 * <p>In: options of a command line. Out: rooms full of people, a table. Thread: main; each
 * participant has an event loop of its own.
 */
@NullMarked
package io.rostrum.load;

import org.jspecify.annotations.NullMarked;
