package io.rostrum.center.room;

import io.rostrum.protocol.signal.AudioState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;

/** Requests that concern one participant's lines, and the checks that several requests share. */
final class Requests {
    private final Members members;
    private final Memory memory;

    Requests(Members members, Memory memory) {
        this.members = members;
        this.memory = memory;
    }

    /**
     * Refuses who may not.
     *
     * @throws Refusal with {@code NOT_HOST}
     */
    static void require(Member member, Right right) {
        if (!member.may(right)) {
            throw new Refusal(ProblemCode.NOT_HOST, "Ask the host to do this.");
        }
    }

    void microphone(Member member, ClientMessage.Microphone microphone) {
        member.audio = member.audio.present(microphone.present());
    }

    void mute(Member asking, ClientMessage.Mute mute, long nowNanos) {
        Member muted = members.known(mute.participant());
        if (muted == asking) {
            muteOwn(asking, mute);
        } else {
            require(asking, Right.MUTE_OTHERS);
            muted.muteByHost(mute.line(), mute.on());
            memory.mute(muted.trail(), mute.line(), mute.on(), nowNanos);
        }
    }

    /**
     * Everybody hears him louder or softer from now on.
     *
     * @throws Refusal where the one may not, or nobody could hear the other
     */
    void gain(Member asking, ClientMessage.Gain wanted) {
        require(asking, Right.MUTE_OTHERS);
        Member whose = members.known(wanted.participant());
        int decibels = wanted.decibels();
        if (decibels < AudioState.LEAST_GAIN || decibels > AudioState.MOST_GAIN) {
            throw new Refusal(ProblemCode.BAD_MESSAGE, "From -20 to 6 dB.");
        }
        whose.audio = whose.audio.gain(decibels);
    }

    private static void muteOwn(Member member, ClientMessage.Mute mute) {
        if (mute.line() == Line.CHAT) {
            throw new Refusal(
                    ProblemCode.BAD_MESSAGE, "Who wants to write nothing writes nothing.");
        }
        boolean audio = mute.line() == Line.AUDIO;
        boolean held = audio ? member.audio.mutedByHost() : member.videoMutedByHost;
        if (held && !mute.on()) {
            throw new Refusal(ProblemCode.MUTED_BY_HOST, "Only the host can take this back.");
        }
        if (audio) {
            member.audio = member.audio.mutedBySelf(mute.on());
        } else {
            member.videoMutedBySelf = mute.on();
        }
    }
}
