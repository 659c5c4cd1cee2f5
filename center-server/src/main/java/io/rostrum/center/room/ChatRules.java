package io.rostrum.center.room;

import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;

/** How the chat is held: who may write, and whether newcomers see what was written before. */
final class ChatRules {
    private ChatState state;

    ChatRules(ChatState state) {
        this.state = state;
    }

    ChatState state() {
        return state;
    }

    /**
     * What is null stays as it is.
     *
     * @throws Refusal when he may not
     */
    void set(Member asking, ClientMessage.Chat wanted) {
        Requests.require(asking, Right.MUTE_OTHERS);
        Boolean open = wanted.open();
        Boolean kept = wanted.kept();
        state =
                new ChatState(
                        open == null ? state.open() : open, kept == null ? state.kept() : kept);
    }

    /** Refuses who may write nothing right now. */
    void checkWriter(Member member) {
        checkHeard(member);
        if (!state.open() && !member.may(Right.MUTE_OTHERS)) {
            throw new Refusal(ProblemCode.CHAT_CLOSED, "Only the host writes at the moment.");
        }
    }

    /** Refuses whom the host silenced. */
    void checkHeard(Member member) {
        if (member.silenced) {
            throw new Refusal(ProblemCode.SILENCED, "Only the host can take this back.");
        }
    }
}
