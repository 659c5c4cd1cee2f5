package io.rostrum.media.dtls;

import org.bouncycastle.tls.AlertDescription;

/** Remembers that the peer said goodbye. */
final class Closing {
    private volatile boolean byPeer;

    void onAlert(short description) {
        if (description == AlertDescription.close_notify) {
            byPeer = true;
        }
    }

    boolean byPeer() {
        return byPeer;
    }
}
