/**
 * What hosts announce: programs to come, with a picture.
 *
 * <p>In: requests of hosts. Out: files, lists. Thread: requests on event loops, files on workers.
 */
@NullMarked
package io.rostrum.streaming.announce;

import org.jspecify.annotations.NullMarked;
