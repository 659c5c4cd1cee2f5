/**
 * What was, is and comes, for people and for strangers' programs: XMLTV, M3U.
 *
 * <p>In: what is on air and what was. Out: texts. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.guide;

import org.jspecify.annotations.NullMarked;
