package io.rostrum.net;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be given back, in the reverse of the order in which it was taken; one that fails does
 * not keep the others. Thread: the one that starts and stops.
 */
public final class Stopping {
    /** Gives one thing back. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(Stopping.class.getName());

    private final Deque<Step> steps = new ArrayDeque<>();

    /** Something was taken. */
    public void first(Step step) {
        steps.push(step);
    }

    /** Gives all back; a second time there is nothing left. */
    public void run() {
        while (!steps.isEmpty()) {
            run(steps.pop());
        }
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the rest is still given back, without waiting
        } catch (Exception e) {
            LOG.log(Level.WARNING, "did not stop cleanly: " + e.getMessage());
        }
    }
}
