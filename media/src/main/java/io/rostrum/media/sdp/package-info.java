/**
 * Session descriptions: offers of browsers and encoders read, answers written, and both the other
 * way round for our own client.
 *
 * <p>In: SDP (RFC 8866, RFC 9429). Out: SDP and what was agreed on, as records. Thread: any, all is
 * immutable.
 */
@NullMarked
package io.rostrum.media.sdp;

import org.jspecify.annotations.NullMarked;
