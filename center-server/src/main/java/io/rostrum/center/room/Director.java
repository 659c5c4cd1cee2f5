package io.rostrum.center.room;

import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.ViewReason;
import org.jspecify.annotations.Nullable;

/** Turns a selection into the participant whose picture is meant. */
final class Director {
    /** A picture, or why there is none. */
    record Decision(@Nullable String participant, @Nullable ViewReason reason) {
        static Decision none(ViewReason reason) {
            return new Decision(null, reason);
        }
    }

    private final Members members;
    private final Speakers speakers;

    Director(Members members, Speakers speakers) {
        this.members = members;
        this.speakers = speakers;
    }

    /** What the viewer gets; a null viewer is the audience, who decodes all and is nobody. */
    Decision decide(Selection selection, @Nullable Member viewer) {
        return decide(selection, viewer, ranking());
    }

    /** Whom those see who follow the speaker, as things are. */
    Ranking ranking() {
        return Ranking.of(members, speakers);
    }

    /** The same for one of many viewers of one moment. */
    Decision decide(Selection selection, @Nullable Member viewer, Ranking ranking) {
        Member meant = meant(selection, viewer, ranking);
        if (meant == null) {
            return Decision.none(ViewReason.NOBODY);
        }
        if (!meant.hasPicture()) {
            return Decision.none(ViewReason.NO_PICTURE);
        }
        if (!decodes(viewer, meant.codec())) {
            return Decision.none(ViewReason.CODEC);
        }
        return new Decision(meant.id, null);
    }

    /** What goes on air: never nothing as long as somebody can be seen and nobody was chosen. */
    Decision program(Selection selection, @Nullable Member host) {
        Decision decision = decide(selection, null);
        if (decision.reason() != ViewReason.NOBODY) {
            return decision;
        }
        if (host != null && host.hasPicture()) {
            return new Decision(host.id, null);
        }
        return decide(Selection.speaker(), null);
    }

    private @Nullable Member meant(Selection selection, @Nullable Member viewer, Ranking ranking) {
        return switch (selection) {
            case Selection.Participant participant -> members.find(participant.id());
            case Selection.Speaker speaker -> ranking.speaker(viewer);
            case Selection.None none -> null;
        };
    }

    private static boolean decodes(@Nullable Member viewer, @Nullable VideoCodec codec) {
        Seated seated = viewer == null ? null : viewer.seated();
        return seated == null || codec == null || seated.media.decodes(codec);
    }
}
