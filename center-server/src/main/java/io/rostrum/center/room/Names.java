package io.rostrum.center.room;

import io.rostrum.center.account.Guise;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.text.Words;
import org.jspecify.annotations.Nullable;

/** What people and encoders are called here: clean, and nobody like the host. */
final class Names {
    static final int LONGEST = 64;

    private final Members members;

    /** The host's, also while he is away: nobody takes it meanwhile. */
    private @Nullable Guise hosts;

    Names(Members members) {
        this.members = members;
    }

    /**
     * The name without what breaks lines, turns text round or hides.
     *
     * @throws Refusal where nothing is left, or too much
     */
    static String clean(String typed) {
        String name = Words.line(typed);
        if (name.isEmpty()) {
            throw new Refusal(ProblemCode.NAME_MISSING, "Say who you are.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw new Refusal(
                    ProblemCode.BAD_MESSAGE, "A name has at most " + LONGEST + " characters.");
        }
        return name;
    }

    /** That name; with a number behind it where it looks like the host's. */
    String ofGuest(String name, @Nullable Member self) {
        return isHosts(name) ? numbered(name, self) : name;
    }

    /** That name; with a number behind it where somebody is called so. */
    String ofEncoder(String name, @Nullable Member self) {
        return isHosts(name) || isTaken(name, self) ? numbered(name, self) : name;
    }

    /**
     * Somebody is called otherwise from now on.
     *
     * @throws Refusal where that is no name, or he was given too many
     */
    void rename(Member member, String typed, long nowNanos) {
        String name = clean(typed);
        int wait = member.renaming.spend(1, nowNanos);
        if (wait > 0) {
            throw new Refusal(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "You changed your name too often: wait " + wait + " s.",
                    wait);
        }
        if (member.host()) {
            member.name = name;
            onHost(member);
        } else {
            member.name = ofGuest(name, member);
        }
    }

    /** The host has come, or is called otherwise: who looks like him gets a number. */
    void onHost(Member host) {
        hosts = Guise.of(host.name);
        for (Member member : members.view()) {
            if (!member.host() && isHosts(member.name)) {
                member.name = numbered(member.name, member);
            }
        }
    }

    private boolean isHosts(String name) {
        return hosts != null && hosts.isLike(Guise.of(name));
    }

    private boolean isTaken(String name, @Nullable Member self) {
        String likeness = Words.likeness(name);
        for (Member member : members.view()) {
            if (!member.equals(self) && Words.likeness(member.name).equals(likeness)) {
                return true;
            }
        }
        return false;
    }

    private String numbered(String name, @Nullable Member self) {
        int number = 2;
        while (isTaken(name + " (" + number + ")", self) || isHosts(name + " (" + number + ")")) {
            number++;
        }
        return name + " (" + number + ")";
    }
}
