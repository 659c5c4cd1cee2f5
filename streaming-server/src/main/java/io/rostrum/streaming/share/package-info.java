/**
 * What others show of a program: cards in messages, players in foreign pages.
 *
 * <p>In: addresses of pages. Out: head tags, oEmbed. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.share;

import org.jspecify.annotations.NullMarked;
