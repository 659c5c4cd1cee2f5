/**
 * Signed tokens between our servers, and for viewers: JSON Web Tokens (RFC 7519) with HS256.
 *
 * <p>In: claims, or a token that somebody showed. Out: a token, or the claims it proves. Thread:
 * any.
 */
@NullMarked
package io.rostrum.token;

import org.jspecify.annotations.NullMarked;
