/**
 * The station that the demo shows: drawn people in drawn places, with speech that says nothing.
 *
 * <p>In: moments of the wall clock. Out: pictures and samples that come again every minute. Thread:
 * the caller's; what is made once is never changed.
 */
@NullMarked
package io.rostrum.load.show;

import org.jspecify.annotations.NullMarked;
