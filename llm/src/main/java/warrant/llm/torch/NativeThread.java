package warrant.llm.torch;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of this process that calls the native library: each thread that did would get a team of native threads
 * of its own, which means more memory, more waiting, and native code that runs beside itself.
 */
final class NativeThread {
    static final NativeThread ONLY = new NativeThread();

    private static final long MOST_SECONDS_TO_STOP = 15;

    /** Exit code where the native code did not come to a pause: as if killed by SIGTERM. */
    private static final int STOPPED_HARD = 143;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread created = new Thread(task, "warrant-llm");
                created.setDaemon(true);
                return created;
            });

    private final Queue<FutureTask<?>> urgent = new ConcurrentLinkedQueue<>();

    private NativeThread() {
        // a process that ends while native code computes would break inside it: so its end waits for the next pause
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "warrant-llm-stop"));
    }

    /** Runs a task after all that were submitted before it. Cancelling interrupts it at its next pause. */
    <T> Future<T> submit(Callable<T> task) {
        return thread.submit(task);
    }

    /** Runs a task at the next pause of the one that is running. It must be short. */
    <T> Future<T> submitUrgent(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        urgent.add(future);
        thread.execute(this::runUrgent);
        return future;
    }

    /** To be called by a task between two pieces of work. */
    void pause() {
        runUrgent();
    }

    private void runUrgent() {
        for (FutureTask<?> next = urgent.poll(); next != null; next = urgent.poll()) {
            next.run();
        }
    }

    private void stop() {
        for (Runnable waiting : thread.shutdownNow()) {
            if (waiting instanceof Future<?> call) {
                call.cancel(true);
            }
        }
        for (FutureTask<?> waiting = urgent.poll(); waiting != null; waiting = urgent.poll()) {
            waiting.cancel(false);
        }
        try {
            if (!thread.awaitTermination(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(STOPPED_HARD);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
