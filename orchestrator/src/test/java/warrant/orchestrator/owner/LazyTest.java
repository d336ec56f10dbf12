package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LazyTest {
    @Test
    void nobody_waits_to_learn_that_it_is_not_made_yet() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Lazy<String> lazy = new Lazy<>(
                () -> {
                    making.countDown();
                    try {
                        gate.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "made";
                },
                text -> {});
        Thread maker = Thread.ofVirtual().start(lazy::get);
        making.await(20, TimeUnit.SECONDS);

        assertThat(lazy.isMade()).isFalse();

        gate.countDown();
        maker.join();
        assertThat(lazy.isMade()).isTrue();
    }

    @Test
    void a_failure_is_not_kept_and_what_was_made_is_closed_once() {
        List<String> closed = new ArrayList<>();
        int[] tries = {0};
        Lazy<String> lazy = new Lazy<>(
                () -> {
                    if (tries[0]++ == 0) {
                        throw new IllegalStateException("not yet");
                    }
                    return "made";
                },
                closed::add);

        assertThatIllegalStateException().isThrownBy(lazy::get);
        assertThat(lazy.get()).isEqualTo("made");
        lazy.end();
        lazy.end();

        assertThat(closed).containsExactly("made");
    }
}
