package io.rostrum.center.room;

import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Role;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who gets which seat. */
final class Admission {
    static final int LONGEST_NAME = 64;

    private final Members members;
    private final Keys keys;
    private final RoomSettings settings;
    private final Supplier<String> secrets;

    Admission(Members members, Keys keys, RoomSettings settings, Supplier<String> secrets) {
        this.members = members;
        this.keys = keys;
        this.settings = settings;
        this.secrets = secrets;
    }

    /**
     * The seat of somebody who comes in: the one he had, the host's, or a new one that is not among
     * the members yet. He has his name only once he is in.
     */
    Member seat(Join join) {
        String name = checkedName(join.name());
        boolean host = opensAsHost(join.hostKey());
        Member member = members.ofSeat(join.seat());
        if (host && (member == null || !member.host())) {
            member = members.host();
        }
        return member == null ? fresh(name, host ? Role.HOST : Role.PARTICIPANT, false) : member;
    }

    Member encoder(String name, String token) {
        checkEncoder(token);
        return fresh(checkedName(name), Role.PARTICIPANT, true);
    }

    void checkEncoder(String token) {
        if (!keys.opensForEncoder(token) && !keys.opensAsHost(token)) {
            throw new Refusal(ProblemCode.BAD_TOKEN, "Take the encoder token of this room.");
        }
    }

    private Member fresh(String name, Role role, boolean encoder) {
        if (role != Role.HOST && members.size() >= settings.size()) {
            throw new Refusal(
                    ProblemCode.ROOM_FULL, "The room takes " + settings.size() + " people.");
        }
        return new Member(members.nextId(), secrets.get(), name, role, encoder);
    }

    private boolean opensAsHost(@Nullable String key) {
        if (key == null) {
            return false;
        }
        if (!keys.opensAsHost(key)) {
            throw new Refusal(
                    ProblemCode.BAD_HOST_KEY, "Check the host key, or come in without one.");
        }
        return true;
    }

    static String checkedName(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            throw new Refusal(ProblemCode.NAME_MISSING, "Say who you are.");
        }
        if (trimmed.codePointCount(0, trimmed.length()) > LONGEST_NAME) {
            throw new Refusal(
                    ProblemCode.BAD_MESSAGE, "A name has at most " + LONGEST_NAME + " characters.");
        }
        return trimmed;
    }
}
