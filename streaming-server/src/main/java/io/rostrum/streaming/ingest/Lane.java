package io.rostrum.streaming.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs blocking tasks one after the other, in their order, away from the event loops. */
final class Lane implements Executor {
    private final Executor workers;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    Lane(Executor workers) {
        this.workers = workers;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        workers.execute(this::drain);
    }

    private void drain() {
        while (true) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.peek();
                if (task == null) {
                    running = false;
                    return;
                }
                tasks.remove();
            }
            task.run();
        }
    }
}
