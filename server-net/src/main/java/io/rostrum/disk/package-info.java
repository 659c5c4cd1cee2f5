/**
 * What a server keeps is its own.
 *
 * <p>In: folders. Out: files that no other user of the machine reads. Thread: main, before all
 * else.
 */
@NullMarked
package io.rostrum.disk;

import org.jspecify.annotations.NullMarked;
