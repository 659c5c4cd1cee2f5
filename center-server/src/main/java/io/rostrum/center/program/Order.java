package io.rostrum.center.program;

import org.jspecify.annotations.Nullable;

/** What can come over to the program's thread. */
sealed interface Order {
    record Take(@Nullable String source, @Nullable String name) implements Order {}

    record Picture(SourcePicture picture) implements Order {}

    /** From the conversion of a VP8 source. */
    record Converted(SourcePicture picture) implements Order {}

    record Sound(SoundTrack.Tick tick) implements Order {}

    record Title(String title) implements Order {}

    record Stop() implements Order {}

    /** The feed is off: nobody needs the rest. */
    record Off() implements Order {}
}
