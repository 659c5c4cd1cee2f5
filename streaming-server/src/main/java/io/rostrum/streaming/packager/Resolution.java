package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.PictureSize;

/**
 * A size of the picture, and how much of a recording has it.
 *
 * @param duration in 1/90000 s
 */
public record Resolution(PictureSize size, long duration) {}
