/**
 * What the operator decides: the only place that reads command line and environment.
 *
 * <p>In: arguments, environment. Out: immutable records that were checked. Thread: main.
 */
@NullMarked
package io.rostrum.center.config;

import org.jspecify.annotations.NullMarked;
