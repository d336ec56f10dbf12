package warrant.orchestrator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

class RetryTest {
    private final Retry retry = new Retry(List.of(Duration.ZERO, Duration.ofMillis(1)));

    @Test
    void what_passes_is_asked_again() {
        AtomicInteger calls = new AtomicInteger();

        String answer = retry.of(() -> {
            if (calls.incrementAndGet() < 3) {
                throw new ModelException(Code.UPSTREAM, "busy");
            }
            return "fine";
        });

        assertThat(answer).isEqualTo("fine");
    }

    @Test
    void what_does_not_pass_fails_at_once_and_three_in_a_row_end_all() {
        AtomicInteger calls = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> fail(calls)).isInstanceOf(ModelException.class);
        }

        assertThatThrownBy(() -> fail(calls))
                .isInstanceOf(Retry.Hopeless.class)
                .hasMessageContaining("3 passages in a row could not be read: too long");
        assertThat(calls).hasValue(3);
    }

    private void fail(AtomicInteger calls) {
        retry.of(() -> {
            calls.incrementAndGet();
            throw new ModelException(Code.LIMIT, "too long");
        });
    }
}
