/**
 * What the operator may set, as one immutable record per concern.
 *
 * <p>In: command line and environment. Out: {@link io.rostrum.streaming.config.Settings}. Thread:
 * main.
 */
@NullMarked
package io.rostrum.streaming.config;

import org.jspecify.annotations.NullMarked;
