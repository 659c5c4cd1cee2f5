package io.rostrum.streaming.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files that are made of what is shown of a recording, and can be made again. */
final class Made {
    private static final Pattern NAMES =
            Pattern.compile(
                    "(thumbnail|poster|storyboard-\\d+)\\.jpg|mp4\\.header|properties\\.json"
                            + "|(download|sound)\\.(data|header|wish)");

    /** As {@link Extent#prefix} writes it. */
    private static final Pattern PREFIXED = Pattern.compile("\\d+-\\d+\\.(.+)");

    private Made() {}

    static boolean is(String name) {
        return NAMES.matcher(name).matches();
    }

    /** The name without the segments that it was made of. */
    static String plain(String name) {
        Matcher prefixed = PREFIXED.matcher(name);
        return prefixed.matches() ? prefixed.group(1) : name;
    }
}
