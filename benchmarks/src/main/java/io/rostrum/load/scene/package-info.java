/**
 * What a synthetic participant shows and says.
 *
 * <p>In: a moment. Out: a picture, 20 ms of sound. Thread: that of the participant who owns it.
 */
@NullMarked
package io.rostrum.load.scene;

import org.jspecify.annotations.NullMarked;
