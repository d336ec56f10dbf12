package warrant.orchestrator.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int PIECES = 400;

    @Test
    void after_the_first_twentieth_the_estimate_is_within_thirty_per_cent() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            long[] work = random.longs(PIECES, 150, 1_500).toArray();
            long total = java.util.Arrays.stream(work).sum();
            Pace pace = new Pace();
            double seconds = 3;
            long done = 0;
            pace.at(0, total, millis(seconds));
            for (int i = 0; i < PIECES; i++) {
                // the first piece also pays for a start of ten seconds; no piece costs just what its size says
                seconds += work[i] / 900.0 * (0.5 + random.nextDouble()) + (i == 0 ? 10 : 0);
                done += work[i];
                pace.at(done, total, millis(seconds));
            }

            double taken = pace.taken().toMillis();
            double foretold = java.util.Objects.requireNonNull(pace.foretold()).toMillis();
            assertThat(foretold / taken).as("seed " + seed).isBetween(0.7, 1.3);
            assertThat(pace.left()).isZero();
        }
    }

    @Test
    void nothing_is_foretold_while_nothing_is_done() {
        Pace pace = new Pace();

        pace.at(0, 100, Duration.ZERO);

        assertThat(pace.left()).isNull();
        assertThat(pace.left(10)).isEqualTo(Duration.ofSeconds(10));
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis((long) (1000 * seconds));
    }
}
