/**
 * What one step of the hot paths costs, by JMH: {@code benchmarks/stages}.
 *
 * <p>In: made-up packets. Out: JMH's table. Thread: JMH's.
 */
@NullMarked
package io.rostrum.stage;

import org.jspecify.annotations.NullMarked;
