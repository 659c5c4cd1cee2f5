/**
 * What was, is and comes, for people and for strangers' programs: XMLTV, M3U, RSS, iCalendar.
 *
 * <p>In: what is on air, what was, what was announced. Out: texts. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.guide;

import org.jspecify.annotations.NullMarked;
