package warrant.llm.torch;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** A model's way to the one thread that computes. Calls queue, those of all models in one queue. */
public final class Worker implements AutoCloseable {
    private final boolean urgent;
    private volatile boolean closed;

    /**
     * @param urgent whether tasks are short, and go before those that are not, in a pause of the one that is running
     */
    public Worker(boolean urgent) {
        this.urgent = urgent;
    }

    /**
     * @throws ModelException what the task threw; with code {@code LIMIT} if the caller was interrupted, in which case
     *     the task ends at its next pause
     */
    public <T> T run(Callable<T> task) {
        Future<T> future = submit(task);
        try {
            return future.get();
        } catch (InterruptedException stop) {
            // an urgent task may run inside of another one's pause, which is not to be interrupted
            future.cancel(!urgent);
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (CancellationException ending) {
            throw interrupted();
        } catch (ExecutionException failure) {
            throw failed(failure);
        }
    }

    /** Has the thread do something after all that waits for it now. */
    void later(Runnable task) {
        Future<?> unused = submit(() -> {
            task.run();
            return task;
        });
    }

    /** @return what to throw to who waited for something that failed */
    static ModelException failed(ExecutionException failure) {
        return failure.getCause() instanceof ModelException known
                ? known
                : new ModelException(Code.US, "the model failed: " + failure.getCause(), failure);
    }

    private <T> Future<T> submit(Callable<T> task) {
        if (closed) {
            throw new ModelException(Code.USER, "the model has been closed");
        }
        try {
            return urgent ? NativeThread.ONLY.submitUrgent(task) : NativeThread.ONLY.submit(task);
        } catch (RejectedExecutionException ending) {
            throw new ModelException(Code.LIMIT, "the process is ending", ending);
        }
    }

    /** To be called by a task between two pieces of work. */
    static void pause() {
        if (Thread.interrupted()) {
            throw interrupted();
        }
        NativeThread.ONLY.pause();
    }

    static ModelException interrupted() {
        return new ModelException(Code.LIMIT, "the model's work was interrupted");
    }

    /** Takes no more tasks. */
    @Override
    public void close() {
        closed = true;
    }
}
