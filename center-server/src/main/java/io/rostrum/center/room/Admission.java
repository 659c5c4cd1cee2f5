package io.rostrum.center.room;

import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.text.Words;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who gets which seat. */
final class Admission {
    /** An encoder of which nothing came for so long may have been started anew elsewhere. */
    static final Duration SILENT = Duration.ofSeconds(1);

    /** How long two connections of one encoder that was started anew may both be heard. */
    static final Duration SUCCESSION = Duration.ofSeconds(10);

    /** Seconds after which who sent no connectivity check is sent away. */
    private static final int UNPROVEN = 15;

    private final Members members;
    private final RoomSettings settings;
    private final Supplier<String> secrets;

    Admission(Members members, RoomSettings settings, Supplier<String> secrets) {
        this.members = members;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The seat that somebody has here: his own, or the host's; null where he is new. */
    @Nullable Member seat(@Nullable String seat, Visitor visitor) {
        Member member = members.ofSeat(seat);
        if (visitor.host() && (member == null || !member.host())) {
            return members.host();
        }
        return member;
    }

    /**
     * The seat of an encoder that comes back: the same secret, the same name, and nothing comes
     * from it any more. As long as something does, that is another one of the same name. Where
     * several are silent, that of the same address.
     */
    @Nullable Member encoderSeat(String name, Visitor visitor, long nowNanos) {
        String likeness = Words.likeness(name);
        Member found = null;
        for (Member member : members.encoders()) {
            if (member.secret == visitor.shown()
                    && member.likeness.equals(likeness)
                    && member.silent(SILENT.toNanos(), nowNanos)) {
                if (member.traces().network().equals(visitor.traces().network())) {
                    return member;
                }
                found = found == null ? member : found;
            }
        }
        return found;
    }

    /** One address fills at most half of a room with people of whom no media has come. */
    private void checkUnproven(String network) {
        long waiting =
                members.all().stream()
                        .filter(member -> !member.wasThere())
                        .filter(member -> member.traces().network().equals(network))
                        .count();
        if (waiting >= Math.max(1, settings.size() / 2)) {
            throw new Refusal(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Others of your address are not connected yet: wait " + UNPROVEN + " s.",
                    UNPROVEN);
        }
    }

    /**
     * The one whose place that encoder takes now: of the same secret and name, and silent since it
     * came, or since shortly afterwards. On a busy network or machine the last packets of the old
     * connection come when the new one is there already.
     */
    @Nullable Member predecessor(Member heir, long nowNanos) {
        if (heir.silent(SILENT.toNanos(), nowNanos)) {
            return null;
        }
        for (Member member : members.view()) {
            Seated seated = member.seated();
            if (!member.equals(heir) && member.twin(heir) && seated != null) {
                long together = seated.media.heardAt() - heir.enteredAt;
                if (member.enteredAt <= heir.enteredAt
                        && together < SUCCESSION.toNanos()
                        && member.silent(SILENT.toNanos(), nowNanos)) {
                    return member;
                }
            }
        }
        return null;
    }

    /** An encoder is known again by the secret and the name that it shows. */
    static Traces encoderTraces(String name, Visitor visitor) {
        return visitor.traces().of(visitor.shown() + " " + Words.likeness(name));
    }

    /** A seat that is not among the members yet. */
    Member fresh(Visitor visitor, String name, boolean encoder) {
        if (!visitor.host() && members.size() >= settings.size()) {
            throw new Refusal(
                    ProblemCode.ROOM_FULL, "The room takes " + settings.size() + " people.");
        }
        if (!visitor.host()) {
            checkUnproven(visitor.traces().network());
        }
        return new Member(members.nextId(), secrets.get(), name, visitor, encoder);
    }
}
