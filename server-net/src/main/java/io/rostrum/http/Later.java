package io.rostrum.http;

import io.vertx.core.Completable;
import io.vertx.core.Handler;
import java.util.function.Consumer;

/**
 * Answers a request once what it asks for is there, and answers it whatever happens: what fails
 * while it is answered is refused like what failed before.
 *
 * <p>A future only logs what its listener throws, and who asked would wait until he gives up.
 */
public final class Later {
    private Later() {}

    /**
     * @param answer answers
     * @param refuse answers a failure, or breaks off an answer that has begun
     */
    public static <T> Completable<T> answer(
            Consumer<? super T> answer, Consumer<? super Throwable> refuse) {
        return (there, why) -> {
            if (why == null) {
                tried(() -> answer.accept(there), refuse);
            } else {
                refuse.accept(why);
            }
        };
    }

    /** The same for what goes on elsewhere, as on another loop. */
    public static Handler<Void> go(Runnable work, Consumer<? super Throwable> refuse) {
        return here -> tried(work, refuse);
    }

    private static void tried(Runnable work, Consumer<? super Throwable> refuse) {
        try {
            work.run();
        } catch (RuntimeException | Error why) { // StackOverflowError too: he still waits
            refuse.accept(why);
        }
    }
}
