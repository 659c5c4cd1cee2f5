/**
 * Stands before every door that shows pictures or sound, and gives the right to pass.
 *
 * <p>In: requests. Out: the same requests, or refusals. Thread: the event loop of the connection;
 * passwords are checked and changes are kept on workers.
 */
@NullMarked
package io.rostrum.streaming.guard;

import org.jspecify.annotations.NullMarked;
