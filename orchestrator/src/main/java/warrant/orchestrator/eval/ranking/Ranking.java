package warrant.orchestrator.eval.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures of an order of found things, each in [0, 1]. */
public final class Ranking {
    private Ranking() {}

    /** Mean of the precision at each relevant thing; those not found count 0 (Manning et al. 2008, section 8.4). */
    public static <T> double averagePrecision(List<T> found, Set<T> relevant) {
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < found.size(); i++) {
            if (relevant.contains(found.get(i))) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return relevant.isEmpty() ? 0 : sum / relevant.size();
    }

    /** Gain with logarithmic discount, as a share of the best order's (Järvelin and Kekäläinen 2002). */
    public static <T> double ndcg(List<T> found, Map<T, Integer> gains, int depth) {
        double best = discounted(gains.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList());
        List<Integer> got = found.stream()
                .limit(depth)
                .map(thing -> gains.getOrDefault(thing, 0))
                .toList();
        return best == 0 ? 0 : discounted(got) / best;
    }

    private static double discounted(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }

    public static <T> double recall(List<T> found, Set<T> relevant, int depth) {
        return relevant.isEmpty() ? 0 : (double) hits(found, relevant, depth) / relevant.size();
    }

    public static <T> double precision(List<T> found, Set<T> relevant, int depth) {
        return (double) hits(found, relevant, depth) / depth;
    }

    private static <T> long hits(List<T> found, Set<T> relevant, int depth) {
        return found.stream().limit(depth).filter(relevant::contains).count();
    }
}
