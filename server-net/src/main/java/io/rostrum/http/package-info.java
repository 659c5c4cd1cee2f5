/**
 * What the HTTP doors of both servers have in common: the socket, the check before the router,
 * small bodies, static files, refusals.
 *
 * <p>In: requests. Out: the same requests in good form, or problem details (RFC 9457). Thread: the
 * connection's event loop.
 */
@NullMarked
package io.rostrum.http;

import org.jspecify.annotations.NullMarked;
