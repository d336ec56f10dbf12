package warrant.orchestrator.owner;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import warrant.orchestrator.owner.OwnerException.Who;

/** The long work of an owner: one after the other, so that two ingestions wait for each other. */
public final class Jobs implements AutoCloseable {
    private static final int REMEMBERED = 100;

    private final Clock clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("jobs").factory());
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Deque<Job> jobs = new ArrayDeque<>();

    public Jobs(Clock clock) {
        this.clock = clock;
    }

    /** Long work. */
    public interface Work {
        /** @return what came of it, to be shown as JSON */
        Object run(Job job) throws Exception;
    }

    public synchronized Job submit(String kind, Work work) {
        Job job = new Job(Integer.toString(numbers.incrementAndGet()), kind, clock);
        jobs.addLast(job);
        while (jobs.size() > REMEMBERED) {
            jobs.removeFirst();
        }
        if (open.getAndIncrement() > 0) {
            job.line("waiting for other work of this owner to end");
        }
        var unused = worker.submit(() -> run(job, work));
        return job;
    }

    private void run(Job job, Work work) {
        try {
            job.succeed(work.run(job));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            // the edge of a job: whatever fails is told to whoever watches it
            job.fail(e);
        } finally {
            open.decrementAndGet();
        }
    }

    public synchronized Job find(String id) {
        return jobs.stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OwnerException(Who.USER, "there is no job '" + id + "'"));
    }

    public synchronized List<Job> list() {
        return List.copyOf(jobs);
    }

    public boolean isIdle() {
        return open.get() == 0;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
