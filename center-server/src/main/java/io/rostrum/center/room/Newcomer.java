package io.rostrum.center.room;

import io.rostrum.center.account.Visitor;
import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.ServerMessage;

/**
 * Somebody who wants to come in, and has no seat and no line yet.
 *
 * @param name clean
 */
record Newcomer(Client client, Visitor visitor, Join join, String name) {
    void refuse(Refusal refusal) {
        client.send(new ServerMessage.Refused(join.ref(), refusal.problem()));
    }
}
