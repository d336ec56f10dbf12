package warrant.llm.torch;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * The one thread that computes. Calls queue: the native library keeps a team of threads for each thread that calls it,
 * so more callers would only mean more memory and more waiting.
 */
final class Worker implements AutoCloseable {
    private static final long MOST_SECONDS_TO_STOP = 15;

    /** Exit code where the native code did not come to a pause: as if killed by SIGTERM. */
    private static final int STOPPED_HARD = 143;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "warrant-llm");
        created.setDaemon(true);
        return created;
    });

    /** A process that ends while native code computes would break inside it: so its end waits for the next pause. */
    private final Thread atExit = new Thread(this::stop, "warrant-llm-stop");

    Worker() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    private void stop() {
        for (Runnable waiting : thread.shutdownNow()) {
            if (waiting instanceof Future<?> call) {
                call.cancel(true);
            }
        }
        try {
            if (!thread.awaitTermination(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(STOPPED_HARD);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @throws ModelException what the task threw; with code {@code LIMIT} if the caller was interrupted, in which case
     *     the task ends at its next pause
     */
    <T> T run(Callable<T> task) {
        Future<T> future;
        try {
            future = thread.submit(task);
        } catch (RejectedExecutionException closed) {
            throw new ModelException(Code.USER, "the model has been closed", closed);
        }
        try {
            return future.get();
        } catch (InterruptedException stop) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (CancellationException ending) {
            throw interrupted();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof ModelException known) {
                throw known;
            }
            throw new ModelException(Code.US, "the model failed: " + cause, failure);
        }
    }

    /** To be called by a task between two pieces of work. */
    static void pause() {
        if (Thread.interrupted()) {
            throw interrupted();
        }
    }

    private static ModelException interrupted() {
        return new ModelException(Code.LIMIT, "the model's work was interrupted");
    }

    /** Lets the running task end and takes no more. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // the process is ending already, and the hook does what is needed
            return;
        }
    }
}
