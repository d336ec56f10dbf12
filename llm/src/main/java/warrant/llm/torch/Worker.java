package warrant.llm.torch;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * The one thread that computes. Calls queue: the native library keeps a team of threads for each thread that calls it,
 * so more callers would only mean more memory and more waiting.
 */
final class Worker implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "warrant-llm");
        created.setDaemon(true);
        return created;
    });

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
    }
}
