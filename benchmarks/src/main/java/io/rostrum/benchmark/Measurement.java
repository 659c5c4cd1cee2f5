package io.rostrum.benchmark;

import java.util.List;

/** Something that can be measured on a site of its own. */
@FunctionalInterface
interface Measurement {
    List<Figure> measure(Site site) throws Exception;
}
