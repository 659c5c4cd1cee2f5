/**
 * What the fuzz tests of all modules begin with. In: the files of the module whose tests run. Out:
 * parsers that have taken them. Thread: that of the test.
 */
@NullMarked
package io.rostrum.corpus;

import org.jspecify.annotations.NullMarked;
