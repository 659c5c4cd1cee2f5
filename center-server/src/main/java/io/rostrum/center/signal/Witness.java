package io.rostrum.center.signal;

import io.rostrum.gate.Network;
import io.rostrum.gate.SecurityLog;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;

/** What one client does that the operator may want to know later. */
record Witness(SecurityLog log, Network network, String room) {
    void done(ClientMessage message) {
        if (message instanceof ClientMessage.Remove remove) {
            tell(Event.REMOVED, "participant", remove.participant());
        } else if (message instanceof ClientMessage.Mute mute && mute.on()) {
            tell(Event.MUTED, "participant", mute.participant());
        }
    }

    void refused(ProblemCode code) {
        switch (code) {
            case BAD_HOST_KEY, BAD_TOKEN, NOT_HOST, MUTED_BY_HOST ->
                    tell(Event.REFUSED, "why", code.wireName());
            default -> {} // an error of somebody honest
        }
    }

    private void tell(Event event, String name, String value) {
        log.tell(event, network, name, value, "room", room);
    }
}
