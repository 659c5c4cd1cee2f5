package io.rostrum.streaming.config;

import io.rostrum.gate.GateSettings;

/** Everything that the operator set. */
public record Settings(
        HttpConfig http,
        StorageConfig storage,
        FeedConfig feed,
        WhepConfig whep,
        GateSettings gate) {}
