package warrant.orchestrator.eval.contractnli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import warrant.orchestrator.search.Together.Match;

/**
 * Orders the spans of a contract as evidence: by their own rank among what was found, and by the ranks of the spans
 * beside them, of the span that leads them in and of the items that they lead in. The weights are those of a logistic
 * regression over the development half; none belongs to a hypothesis.
 */
final class EvidenceOrder {
    private static final double OWN = 1.4;
    /** Of the third power of the own rank: only the first few count much. */
    private static final double FIRST = 2.5;

    private static final double COVERED = 2.6;
    private static final double NEXT = 1.7;
    private static final double BEFORE = 1.1;
    private static final double LEAD_IN = 1.3;
    private static final double ITEMS = 3.4;

    private EvidenceOrder() {}

    /**
     * @param found all spans of a contract, best first
     * @return their places, the likeliest evidence first
     */
    static List<Integer> of(LeadIns leadIns, List<Match> found) {
        double[] rank = new double[found.size()];
        double[] scores = new double[found.size()];
        double[] items = new double[found.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[found.get(i).text()] = 1 - Math.log1p(i) / Math.log1p(rank.length);
        }
        for (int i = 0; i < rank.length; i++) {
            int leadIn = leadIns.of(i);
            if (leadIn != LeadIns.NONE) {
                items[leadIn] = Math.max(items[leadIn], rank[i]);
            }
        }
        for (Match match : found) {
            int i = match.text();
            int leadIn = leadIns.of(i);
            scores[i] = OWN * rank[i]
                    + FIRST * Math.pow(rank[i], 3)
                    + COVERED * match.covered()
                    + (i + 1 < rank.length ? NEXT * rank[i + 1] : 0)
                    + (i > 0 ? BEFORE * rank[i - 1] : 0)
                    + (leadIn != LeadIns.NONE ? LEAD_IN * rank[leadIn] : 0)
                    + ITEMS * items[i];
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
