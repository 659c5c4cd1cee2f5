package io.rostrum.center.config;

import io.rostrum.gate.GateSettings;

/** All that the operator decides about a center server. */
public record CenterConfig(
        HttpConfig http,
        MediaConfig media,
        RoomConfig rooms,
        StreamingConfig streaming,
        GateSettings gate) {
    public CenterConfig {
        int last = media.port() + media.loops() - 1;
        if (last > MediaConfig.LAST_PORT) {
            throw new IllegalArgumentException(
                    "--media-port leaves no room for " + media.loops() + " ports");
        }
    }
}
