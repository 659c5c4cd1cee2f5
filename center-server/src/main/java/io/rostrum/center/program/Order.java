package io.rostrum.center.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can come over to the program's thread. */
sealed interface Order {
    record Take(@Nullable String source, @Nullable String name) implements Order {}

    /** What the card says from now on. */
    record Card(String text) implements Order {}

    /** A picture that may be dropped where the program's thread is far behind. */
    sealed interface Frame extends Order {
        SourcePicture picture();
    }

    record Picture(SourcePicture picture) implements Frame {}

    /** Of one source, since its latest key frame; that one first. */
    record Group(List<SourcePicture> pictures) implements Frame {
        public Group {
            pictures = List.copyOf(pictures);
        }

        /** The key frame. */
        @Override
        public SourcePicture picture() {
            return pictures.getFirst();
        }
    }

    /** From the conversion of a VP8 source. */
    record Converted(SourcePicture picture) implements Frame {}

    /** A picture of that source was dropped: those that follow need a key frame. */
    record Gap(String source) implements Order {}

    /** The conversion of that source failed. */
    record NotConverted(String source) implements Order {}

    record Sound(SoundTrack.Tick tick) implements Order {}

    record Stop() implements Order {}

    /** The feed is off: nobody needs the rest. */
    record Off() implements Order {}
}
