package io.rostrum.center.room;

import io.rostrum.net.FaultLog;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of those who are in, for those who are in and have them in sight: made of what he
 * really sends, now and then, while somebody looks, and gone with his picture.
 */
final class Stills {
    private static final long LOOK = Duration.ofMillis(500).toNanos();

    /** What is there is given at once so often to the same person. */
    private static final long GIVEN_EVERY = Duration.ofSeconds(1).toNanos();

    private final Members members;
    private final FaultLog faults;
    private @Nullable Long lookedAt;

    Stills(Members members, FaultLog faults) {
        this.members = members;
        this.faults = faults;
    }

    /**
     * He has these in sight from now on.
     *
     * @throws Refusal where they are too many
     */
    void wish(Seated viewer, ClientMessage.Stills wanted, long nowNanos) {
        if (wanted.of().size() > ClientMessage.Stills.MOST) {
            throw new Refusal(ProblemCode.BAD_MESSAGE, "At most 32 people are in sight.");
        }
        Set<String> before = viewer.inSight;
        viewer.inSight = Set.copyOf(wanted.of());
        Long given = viewer.stillsGivenAt;
        if (given == null || nowNanos - given >= GIVEN_EVERY) {
            viewer.stillsGivenAt = nowNanos;
            give(viewer, before);
        }
    }

    private void give(Seated viewer, Set<String> known) {
        for (Seated one : members.seated()) {
            Circular still = one.shot.latest();
            String id = one.member.id;
            if (still != null && viewer.inSight.contains(id) && !known.contains(id)) {
                viewer.client.send(still);
            }
        }
    }

    /** Something changed: of whoever shows something else nothing is left. */
    void follow(long nowNanos) {
        for (Seated one : members.seated()) {
            Member member = one.member;
            boolean shown = member.visible() && member.still;
            one.shot.show(shown ? member.source : null, nowNanos);
        }
    }

    /** Has made what is due; to be called often. */
    void watch(long nowNanos) {
        Long before = lookedAt;
        if (before != null && nowNanos - before < LOOK) {
            return;
        }
        lookedAt = nowNanos;
        List<Seated> seated = members.seated();
        Set<String> wanted = new HashSet<>();
        seated.forEach(viewer -> wanted.addAll(viewer.inSight));
        List<Seated> due =
                seated.stream()
                        .filter(one -> wanted.contains(one.member.id) && one.shot.isDue(nowNanos))
                        .sorted(Comparator.comparingLong(one -> -one.shot.waited(nowNanos)))
                        .toList();
        faults.each("a still", due, one -> make(one, nowNanos));
    }

    private void make(Seated one, long nowNanos) {
        Shot shot = one.shot;
        int turn = shot.turn();
        switch (one.media.still(shot.freshFrom(), jpeg -> onMade(one, turn, jpeg))) {
            case COMING -> shot.taken(nowNanos);
            case LATER -> {
                // The next look is soon.
            }
            case NOTHING_NEW -> ask(one, nowNanos);
        }
    }

    /** Many encoders do not answer, and it would be said of them: their rhythm has to do. */
    private static void ask(Seated one, long nowNanos) {
        if (!one.member.encoder && one.shot.mayAsk(nowNanos)) {
            one.shot.asked(nowNanos);
            one.media.requestKeyFrame();
        }
    }

    private void onMade(Seated one, int turn, byte @Nullable [] jpeg) {
        boolean sits = one.equals(members.seated(one.member.id));
        Circular still = jpeg == null ? null : circular(one.member.id, jpeg);
        if (sits && one.shot.made(turn, still) && still != null) {
            faults.each(
                    "a still could not be told",
                    members.seated(),
                    viewer -> tell(viewer, one, still));
        }
    }

    private static Circular circular(String id, byte[] jpeg) {
        return new Circular(new ServerMessage.Still(id, Base64.getEncoder().encodeToString(jpeg)));
    }

    private static void tell(Seated viewer, Seated one, Circular still) {
        if (viewer.inSight.contains(one.member.id)) {
            viewer.client.send(still);
        }
    }
}
