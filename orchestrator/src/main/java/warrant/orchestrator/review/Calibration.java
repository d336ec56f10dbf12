package warrant.orchestrator.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far confidence can be taken at its word: expected calibration error (Guo et al. 2017, section 2), in ten bins of
 * equal width.
 *
 * @param count how many statements with a known verdict there were
 * @param error mean over the bins of |share that is right − mean confidence|, weighted by how many fall into each
 * @param bins from low to high confidence, without empty ones
 */
public record Calibration(int count, double error, List<Bin> bins) {
    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** A statement and whether it is right. */
    public record Judged(String relation, double confidence, boolean right) {}

    /** @param confidence mean, and {@code right} the share that is right, of {@code count} statements */
    public record Bin(int count, double confidence, double right) {}

    public static Calibration of(List<Judged> judged) {
        Map<Integer, List<Judged>> byBin = new TreeMap<>();
        judged.forEach(each -> byBin.computeIfAbsent(
                        Math.min(BINS - 1, (int) (each.confidence() * BINS)), b -> new ArrayList<>())
                .add(each));
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (List<Judged> in : byBin.values()) {
            double confidence =
                    in.stream().mapToDouble(Judged::confidence).average().orElse(0);
            double right = in.stream().filter(Judged::right).count() / (double) in.size();
            bins.add(new Bin(in.size(), confidence, right));
            error += Math.abs(right - confidence) * in.size() / judged.size();
        }
        return new Calibration(judged.size(), error, bins);
    }

    /**
     * Proposes thresholds from verdicts: for each relation the least confidence from which on the wanted share is
     * right.
     *
     * @param precision wanted share, in (0, 1]
     * @param least how many verdicts a relation must have to be told of
     * @return relation to threshold; above 1 where no confidence is enough
     */
    public static Map<String, Double> thresholds(List<Judged> judged, double precision, int least) {
        Map<String, List<Judged>> byRelation = new TreeMap<>();
        judged.forEach(each -> byRelation
                .computeIfAbsent(each.relation(), r -> new ArrayList<>())
                .add(each));
        Map<String, Double> thresholds = new TreeMap<>();
        byRelation.forEach((relation, all) -> {
            if (all.size() >= least) {
                thresholds.put(relation, threshold(all, precision));
            }
        });
        return thresholds;
    }

    private static double threshold(List<Judged> judged, double precision) {
        List<Judged> order = new ArrayList<>(judged);
        order.sort(Comparator.comparingDouble(Judged::confidence).reversed());
        double threshold = 1.01;
        int right = 0;
        for (int i = 0; i < order.size(); i++) {
            right += order.get(i).right() ? 1 : 0;
            boolean last = i + 1 == order.size()
                    || order.get(i + 1).confidence() < order.get(i).confidence();
            if (last && right >= precision * (i + 1)) {
                threshold = order.get(i).confidence();
            }
        }
        return threshold;
    }
}
