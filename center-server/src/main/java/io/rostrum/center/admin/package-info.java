/**
 * HTTP for pages, for people who make rooms, and for the operator.
 *
 * <p>In: HTTP requests. Out: pages, JSON, problems, figures. Thread: the connection's event loop.
 */
@NullMarked
package io.rostrum.center.admin;

import org.jspecify.annotations.NullMarked;
