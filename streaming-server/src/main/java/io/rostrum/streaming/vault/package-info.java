/**
 * Keeps recordings in an S3 bucket, and reads them from there.
 *
 * <p>In: what programs store on disk. Out: objects; bytes of them. Thread: one worker uploads;
 * reading: any.
 */
@NullMarked
package io.rostrum.streaming.vault;

import org.jspecify.annotations.NullMarked;
