/**
 * The JSON of the signalling, both directions read and written; docs/protocol.md.
 *
 * <p>In: JSON text, or messages. Out: messages, or JSON text. Thread: any.
 */
@NullMarked
package io.rostrum.protocol.json;

import org.jspecify.annotations.NullMarked;
