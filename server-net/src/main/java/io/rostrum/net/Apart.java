package io.rostrum.net;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Does the same for each of many, so that the failure of one is not its neighbours'. */
public final class Apart {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Apart.class.getName()), System::nanoTime);

    private Apart() {}

    /**
     * Calls the task for each that is there now; they may come and go meanwhile.
     *
     * @param failed told whose task failed; what it throws is logged and stops nobody either
     */
    public static <T> void each(
            Collection<T> all, Consumer<T> task, BiConsumer<T, RuntimeException> failed) {
        for (T one : List.copyOf(all)) {
            try {
                task.accept(one);
            } catch (RuntimeException e) {
                tell(one, e, failed);
            }
        }
    }

    private static <T> void tell(
            T one, RuntimeException why, BiConsumer<T, RuntimeException> failed) {
        try {
            failed.accept(one, why);
        } catch (RuntimeException again) {
            why.addSuppressed(again);
            FAULTS.tell("a failure was not dealt with", why);
        }
    }
}
