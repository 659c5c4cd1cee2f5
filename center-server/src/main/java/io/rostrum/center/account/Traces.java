package io.rostrum.center.account;

import org.jspecify.annotations.Nullable;

/**
 * By what somebody without an account is known again.
 *
 * @param device what his device calls itself; null where it says nothing. It may say anything
 * @param network his address, or the part of it that is his alone; others may share it
 */
public record Traces(@Nullable String device, String network) {
    /** The same, of a device that calls itself so. */
    public Traces of(String newDevice) {
        return new Traces(newDevice, network);
    }
}
