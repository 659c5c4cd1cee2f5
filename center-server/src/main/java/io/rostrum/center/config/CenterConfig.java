package io.rostrum.center.config;

/** All that the operator decides about a center server. */
public record CenterConfig(
        HttpConfig http, MediaConfig media, RoomConfig rooms, StreamingConfig streaming) {
    public CenterConfig {
        int last = media.port() + media.loops() - 1;
        if (last > MediaConfig.LAST_PORT) {
            throw new IllegalArgumentException(
                    "--media-port leaves no room for " + media.loops() + " ports");
        }
    }
}
