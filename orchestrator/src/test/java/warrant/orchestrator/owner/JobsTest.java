package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
            if (event.type().equals("done") || event.type().equals("failed")) {
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
        assertThat(second.state()).isEqualTo(Job.State.RUNNING);
        assertThat(jobs.isIdle()).isFalse();

        gate.countDown();

        assertThat(untilEnd(second).getFirst()).contains("waiting");
        assertThat(first.state()).isEqualTo(Job.State.DONE);
    }
}
