/**
 * What all HTTP doors have in common.
 *
 * <p>In: requests. Out: problem details, routes. Thread: the connection's event loop.
 */
@NullMarked
package io.rostrum.center.net;

import org.jspecify.annotations.NullMarked;
