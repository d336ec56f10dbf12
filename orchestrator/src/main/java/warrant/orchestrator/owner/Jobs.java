package warrant.orchestrator.owner;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import warrant.orchestrator.owner.OwnerException.Who;

/**
 * The long work of an owner. Jobs of one matter come one after the other; those of several matters go on side by side,
 * one piece of work at a time, in fair shares of the time.
 */
public final class Jobs implements AutoCloseable {
    private static final int REMEMBERED = 100;

    private final Clock clock;
    private final LongSupplier meter;
    private final Turns turns = new Turns(System::nanoTime);
    private final ExecutorService workers =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("job-", 0).factory());
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

    public Jobs(Clock clock) {
        this(clock, () -> 0);
    }

    /** @param meter tokens that the language model has read for all jobs so far */
    Jobs(Clock clock, LongSupplier meter) {
        this.clock = clock;
        this.meter = meter;
    }

    /** Long work. */
    public interface Work {
        /** @return what came of it, to be shown as JSON */
        Object run(Job job) throws Exception;
    }

    /** Takes on work on nothing in particular: such work comes one after the other. */
    public Job submit(String kind, Work work) {
        return submit(new Job.Order(kind, "", Budget.NONE, 0), work);
    }

    public synchronized Job submit(Job.Order order, Work work) {
        Rein rein = new Rein(turns.join(), order.budget(), clock, meter);
        Job job = new Job(Integer.toString(numbers.incrementAndGet()), order, clock, rein);
        jobs.addLast(job);
        forget();
        open.incrementAndGet();
        CompletableFuture<Void> before = last.getOrDefault(order.matter(), CompletableFuture.completedFuture(null));
        if (!before.isDone()) {
            job.line("waiting for other work" + (order.matter().isEmpty() ? "" : " on " + order.matter()) + " to end");
        }
        last.put(order.matter(), before.thenRunAsync(() -> run(job, rein, work), workers));
        return job;
    }

    private void run(Job job, Rein rein, Work work) {
        try {
            job.begin();
            job.succeed(work.run(job));
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            // the edge of a job: whatever fails is told to whoever watches it
            job.fail(e);
        } finally {
            rein.end();
            open.decrementAndGet();
        }
    }

    private void forget() {
        List<Job> ended =
                new ArrayList<>(jobs.stream().filter(job -> job.state().ended()).toList());
        for (int i = 0; i < ended.size() && jobs.size() > REMEMBERED; i++) {
            jobs.remove(ended.get(i));
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
        workers.shutdownNow();
    }
}
