/**
 * What strangers may ask for, how often, and who they are.
 *
 * <p>In: requests, and what of the dear things they want. Out: granted, or the seconds to wait; one
 * line in the security log for whoever was refused. Thread: any.
 */
@NullMarked
package io.rostrum.gate;

import org.jspecify.annotations.NullMarked;
