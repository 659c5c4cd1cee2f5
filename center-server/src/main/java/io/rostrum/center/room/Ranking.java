package io.rostrum.center.room;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom everybody sees who follows the speaker: made once for a change, asked by every viewer.
 *
 * <p>Two of each kind are enough, for a viewer is at most one of them himself.
 */
record Ranking(Pair visible, Pair pictured, Pair connected) {
    /** The first two of a kind. */
    record Pair(@Nullable Member first, @Nullable Member second) {
        @SuppressWarnings("ReferenceEquality") // a member is himself
        @Nullable Member besides(@Nullable Member viewer) {
            return first != null && first == viewer ? second : first;
        }

        private Pair with(Member next) {
            return first == null
                    ? new Pair(next, null)
                    : second == null ? new Pair(first, next) : this;
        }
    }

    private static final Pair NOBODY = new Pair(null, null);

    /** The last speaker comes first; before anybody spoke, the host, then who came first. */
    static Ranking of(Members members, Speakers speakers) {
        Ranking ranking = new Ranking(NOBODY, NOBODY, NOBODY);
        for (Member candidate : inOrder(members, speakers)) {
            ranking = ranking.with(candidate);
        }
        return ranking;
    }

    private static Set<Member> inOrder(Members members, Speakers speakers) {
        Set<Member> candidates = new LinkedHashSet<>();
        for (String id : speakers.recent()) {
            add(members.find(id), candidates);
        }
        add(members.host(), candidates);
        members.view().forEach(member -> add(member, candidates));
        return candidates;
    }

    private static void add(@Nullable Member member, Set<Member> candidates) {
        if (member != null && member.connected()) {
            candidates.add(member);
        }
    }

    private Ranking with(Member next) {
        return new Ranking(
                next.visible() ? visible.with(next) : visible,
                next.hasPicture() ? pictured.with(next) : pictured,
                connected.with(next));
    }

    /** Whom that viewer sees; null: there is nobody else. */
    @Nullable Member speaker(@Nullable Member viewer) {
        Member seen = visible.besides(viewer);
        if (seen == null) {
            seen = pictured.besides(viewer);
        }
        return seen == null ? connected.besides(viewer) : seen;
    }
}
