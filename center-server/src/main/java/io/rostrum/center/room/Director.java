package io.rostrum.center.room;

import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.ViewReason;
import java.util.ArrayList;
import java.util.List;
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
        Member meant = meant(selection, viewer);
        if (meant == null) {
            return Decision.none(ViewReason.NOBODY);
        }
        if (!meant.hasPicture()) {
            return Decision.none(ViewReason.NO_PICTURE);
        }
        if (!decodes(viewer, meant.codec)) {
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

    private @Nullable Member meant(Selection selection, @Nullable Member viewer) {
        return switch (selection) {
            case Selection.Participant participant -> members.find(participant.id());
            case Selection.Speaker speaker -> speaker(viewer);
            case Selection.None none -> null;
        };
    }

    /** The last speaker who can be seen; before anybody spoke, the host or who came first. */
    private @Nullable Member speaker(@Nullable Member viewer) {
        List<Member> candidates = candidates(viewer);
        for (Member candidate : candidates) {
            if (candidate.visible()) {
                return candidate;
            }
        }
        for (Member candidate : candidates) {
            if (candidate.hasPicture()) {
                return candidate;
            }
        }
        return candidates.isEmpty() ? null : candidates.getFirst();
    }

    private List<Member> candidates(@Nullable Member viewer) {
        List<Member> candidates = new ArrayList<>();
        for (String id : speakers.recent()) {
            consider(members.find(id), viewer, candidates);
        }
        consider(members.host(), viewer, candidates);
        for (Member member : members.view()) {
            consider(member, viewer, candidates);
        }
        return candidates;
    }

    private static void consider(
            @Nullable Member member, @Nullable Member viewer, List<Member> candidates) {
        if (member != null
                && member != viewer
                && member.connected()
                && !candidates.contains(member)) {
            candidates.add(member);
        }
    }

    private static boolean decodes(@Nullable Member viewer, @Nullable VideoCodec codec) {
        return viewer == null
                || viewer.media == null
                || codec == null
                || viewer.media.decodes(codec);
    }
}
