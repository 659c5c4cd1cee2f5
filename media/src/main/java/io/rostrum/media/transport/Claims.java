package io.rostrum.media.transport;

import io.rostrum.media.flow.Path;
import io.rostrum.media.ice.StunMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transports that say one path is their peer's; the first of them is given what comes by it.
 *
 * <p>A claim is a check, on which anybody can write another's address. So who comes later waits
 * behind who was there, until his peer has answered by this path; and even then as long as the
 * other's peer has answered too and is still heard.
 */
final class Claims {
    /** Who claims a path that so many others claim is not served there. */
    private static final int AT_MOST = 8;

    private final Path path;
    private final List<Transport> claimants = new ArrayList<>(1);

    Claims(Path path) {
        this.path = path;
    }

    /** Told again whenever something about the claim has changed. */
    void add(Transport transport) {
        if (!claimants.contains(transport) && claimants.size() < AT_MOST) {
            claimants.add(transport);
        }
        if (claimants.contains(transport) && transport.isProven(path) && !isHeldBeside(transport)) {
            claimants.remove(transport);
            claimants.addFirst(transport);
        }
    }

    private boolean isHeldBeside(Transport transport) {
        Transport owner = claimants.getFirst();
        return owner != transport
                && owner.isProven(path)
                && owner.state() instanceof State.Connected;
    }

    void remove(Transport transport) {
        claimants.remove(transport);
    }

    /** Who is given what comes by this path, or null when nobody is left. */
    @Nullable Transport owner() {
        return claimants.isEmpty() ? null : claimants.getFirst();
    }

    /** Who asked for this answer, or null when nobody did. */
    @Nullable Transport asker(StunMessage answer) {
        for (Transport transport : claimants) {
            if (transport.awaits(answer, path)) {
                return transport;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return claimants.isEmpty();
    }
}
