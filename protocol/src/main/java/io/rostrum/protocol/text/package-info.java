/**
 * Words that people type and others read.
 *
 * <p>In: what a stranger sent. Out: words that are harmless to show. Thread: any.
 */
@NullMarked
package io.rostrum.protocol.text;

import org.jspecify.annotations.NullMarked;
