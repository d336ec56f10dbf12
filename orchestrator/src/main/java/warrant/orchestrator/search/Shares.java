package warrant.orchestrator.search;

import java.util.Arrays;

/** Scores brought to a common scale. */
final class Shares {
    private Shares() {}

    /** @return each number as its share of the sum; all 0 where the sum is */
    static double[] of(double[] numbers) {
        double sum = Arrays.stream(numbers).sum();
        return Arrays.stream(numbers).map(n -> sum == 0 ? 0 : n / sum).toArray();
    }

    /** @return numbers spread from 0, the least, to 1, the greatest; all 0 where all are equal */
    static double[] spread(double[] numbers) {
        double least = Arrays.stream(numbers).min().orElse(0);
        double width = Arrays.stream(numbers).max().orElse(0) - least;
        return Arrays.stream(numbers)
                .map(n -> width == 0 ? 0 : (n - least) / width)
                .toArray();
    }
}
