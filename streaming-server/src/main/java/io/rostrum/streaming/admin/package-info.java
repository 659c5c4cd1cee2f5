/**
 * What the operator sees: health, metrics, housekeeping.
 *
 * <p>In: counts and states. Out: texts. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.admin;

import org.jspecify.annotations.NullMarked;
