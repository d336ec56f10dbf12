package warrant.llm.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How fast this machine's memory can be read: the bound of all that reads each weight once. */
final class ReadBandwidth {
    private static final int NUMBERS = 1 << 25;
    private static final int ROUNDS = 5;

    private ReadBandwidth() {}

    /**
     * @param threads that read at once, each its own 128 MiB
     * @return bytes a second, of the best of some rounds
     */
    static double measure(int threads) {
        int[][] memory = new int[threads][NUMBERS];
        for (int[] part : memory) {
            Arrays.fill(part, 1);
        }
        double best = 0;
        int check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            check += IntStream.range(0, threads)
                    .parallel()
                    .map(i -> sum(memory[i]))
                    .sum();
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Math.max(best, (double) threads * NUMBERS * Integer.BYTES / seconds);
        }
        // the sums must be used, or the reading is optimised away
        return check == ROUNDS * threads * NUMBERS ? best : 0;
    }

    private static int sum(int[] numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
