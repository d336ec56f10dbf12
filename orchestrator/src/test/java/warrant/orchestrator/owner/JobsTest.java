package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Jobs jobs = new Jobs(Clock.systemUTC());

    @AfterEach
    void end() {
        jobs.close();
    }

    private static List<String> untilEnd(Job job) throws InterruptedException {
        BlockingQueue<Job.Event> events = new LinkedBlockingQueue<>();
        job.listen(events::add);
        List<String> seen = new java.util.ArrayList<>();
        while (true) {
            Job.Event event = events.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            seen.add(event.type() + " " + event.text());
            if (Job.Event.ends(event)) {
                return seen;
            }
        }
    }

    @Test
    void a_late_listener_hears_everything() throws Exception {
        Job job = jobs.submit("ingest", progress -> {
            progress.stage("read");
            progress.count("files", 3, 3);
            progress.line("a warning");
            return "fine";
        });
        untilEnd(job);

        assertThat(untilEnd(job)).containsExactly("stage read", "count files", "line a warning", "done ingest");
        assertThat(job.result()).isEqualTo("fine");
        assertThat(job.stages()).containsOnlyKeys("read");
    }

    @Test
    void a_failure_ends_one_job_and_not_the_next() throws Exception {
        Job bad = jobs.submit("ingest", progress -> {
            throw new IllegalStateException("broken");
        });
        Job good = jobs.submit("ingest", progress -> "fine");

        assertThat(untilEnd(bad)).last().isEqualTo("failed broken");
        assertThat(untilEnd(good)).last().isEqualTo("done ingest");
        assertThat(bad.state()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void a_second_job_waits_and_says_so() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Job first = jobs.submit("ingest", progress -> gate.await(20, TimeUnit.SECONDS));
        Job second = jobs.submit("ingest", progress -> "fine");
        assertThat(second.state()).isEqualTo(Job.State.WAITING);
        assertThat(jobs.isIdle()).isFalse();

        gate.countDown();

        assertThat(untilEnd(second).getFirst()).contains("waiting");
        assertThat(first.state()).isEqualTo(Job.State.DONE);
    }

    private static Job.Order order(String matter, Budget budget) {
        return new Job.Order("ingest", matter, budget, 0);
    }

    /** So many pieces of work, each of which is noted. */
    private static Jobs.Work pieces(String name, int count, List<String> done) {
        return job -> {
            for (int i = 0; i < count; i++) {
                job.checkpoint();
                Thread.sleep(2);
                done.add(name);
                job.work(i + 1, count);
            }
            return "fine";
        };
    }

    @Test
    void jobs_of_several_matters_share_the_time_fairly() throws Exception {
        List<String> done = Collections.synchronizedList(new ArrayList<>());

        Job long_ = jobs.submit(order("a", Budget.NONE), pieces("a", 60, done));
        Job short_ = jobs.submit(order("b", Budget.NONE), pieces("b", 15, done));

        assertThat(untilEnd(short_)).last().isEqualTo("done ingest");
        int before = Collections.frequency(List.copyOf(done), "a");
        assertThat(before).as("pieces of a until b was done").isBetween(8, 30);
        assertThat(untilEnd(long_)).last().isEqualTo("done ingest");
    }

    @Test
    void a_paused_job_waits_and_a_resumed_one_goes_on() throws Exception {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Job job = jobs.submit(order("a", Budget.NONE), pieces("a", 100, done));
        while (done.isEmpty()) {
            Thread.sleep(1);
        }

        job.pause();
        Thread.sleep(50);
        int at = done.size();
        Thread.sleep(50);
        assertThat(done).hasSize(at);
        assertThat(job.state()).isEqualTo(Job.State.PAUSED);
        Job other = jobs.submit(order("b", Budget.NONE), pieces("b", 3, done));
        assertThat(untilEnd(other)).last().isEqualTo("done ingest");

        job.resume();
        assertThat(untilEnd(job))
                .contains("paused ingest", "resumed ingest")
                .last()
                .isEqualTo("done ingest");
        assertThat(Collections.frequency(done, "a")).isEqualTo(100);
    }

    @Test
    void a_cancelled_job_ends_and_says_so() throws Exception {
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        Job job = jobs.submit(order("a", Budget.NONE), pieces("a", 10_000, done));
        job.pause();

        job.cancel();

        assertThat(untilEnd(job)).last().asString().startsWith("cancelled cancelled; what is done is kept");
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(done.size()).isLessThan(10_000);
    }

    @Test
    void a_job_stops_when_its_budget_is_spent() throws Exception {
        AtomicLong tokens = new AtomicLong();
        try (Jobs metered = new Jobs(Clock.systemUTC(), tokens::get)) {
            Job job = metered.submit(order("a", new Budget(null, 100)), work -> {
                while (true) {
                    work.checkpoint();
                    tokens.addAndGet(30);
                }
            });

            assertThat(untilEnd(job)).last().asString().startsWith("stopped the budget of 100 tokens is spent");
            assertThat(job.standing().tokens()).isEqualTo(120);
        }
        Job timed =
                jobs.submit(order("a", new Budget(Duration.ofMillis(40), 0)), pieces("a", 10_000, new ArrayList<>()));
        assertThat(untilEnd(timed)).last().asString().startsWith("stopped the budget of 0 s is spent");
    }
}
