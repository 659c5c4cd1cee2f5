package io.rostrum.streaming.config;

/** Everything that the operator set. */
public record Settings(HttpConfig http, StorageConfig storage, FeedConfig feed, WhepConfig whep) {}
