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

    /**
     * What the public sees.
     *
     * @param participant whose picture; null: nobody's, but the card
     * @param name his
     * @param card what the card says that stands where his picture does not come
     */
    record Shot(@Nullable String participant, @Nullable String name, String card) {}

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

    /**
     * What goes on air for that choice: his picture whom it means, or a card, and never somebody
     * else's picture.
     *
     * @param title what the card says where there is nobody to name
     */
    Shot program(Selection choice, String title) {
        Ranking ranking = ranking();
        Member meant = meant(choice, null, ranking);
        Member speaking = speaking();
        Member named = speaking == null ? meant : speaking;
        String card = named == null ? title : named.name;
        String face = decide(choice, null, ranking).participant();
        return face == null || meant == null
                ? new Shot(null, null, card)
                : new Shot(face, meant.name, card);
    }

    private @Nullable Member speaking() {
        String active = speakers.active();
        Member member = active == null ? null : members.find(active);
        return member != null && member.audible() ? member : null;
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
