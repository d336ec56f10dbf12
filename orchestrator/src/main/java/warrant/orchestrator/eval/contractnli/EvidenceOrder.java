package warrant.orchestrator.eval.contractnli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import warrant.orchestrator.search.Together.Match;

/**
 * Orders the spans of a contract as evidence: by their own rank among what was found, by the ranks of the spans beside
 * them, of the span that leads them in and of the items that they lead in, and by whether they define what the
 * hypothesis speaks of. The weights are those of a logistic regression over the development half; none belongs to a
 * hypothesis.
 */
final class EvidenceOrder {
    private static final double OWN = 0.39;
    /** Of the third power of the own rank: only the first few count much. */
    private static final double FIRST = 2.35;

    private static final double MEANING = 1.15;
    private static final double COVERED = 3.69;
    private static final double NEXT = 1.53;
    private static final double BEFORE = 1.12;
    private static final double LEAD_IN = 1.2;
    private static final double ITEMS = 3.25;
    private static final double INTRODUCES = 0.65;
    /** In addition, where the term is introduced. */
    private static final double EXPLAINS = 0.73;

    private static final double UNDER_DEFINITION = 1.97;

    private EvidenceOrder() {}

    /**
     * @param spans of the contract
     * @param subject of what the hypothesis says something
     * @param found all spans, best first
     * @return their places, the likeliest evidence first
     */
    static List<Integer> of(List<String> spans, LeadIns leadIns, String subject, List<Match> found) {
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
        Definitions definitions = new Definitions(subject);
        for (Match match : found) {
            int i = match.text();
            int leadIn = leadIns.of(i);
            scores[i] = OWN * rank[i]
                    + FIRST * Math.pow(rank[i], 3)
                    + MEANING * match.meaning()
                    + COVERED * match.covered()
                    + (i + 1 < rank.length ? NEXT * rank[i + 1] : 0)
                    + (i > 0 ? BEFORE * rank[i - 1] : 0)
                    + (leadIn != LeadIns.NONE ? LEAD_IN * rank[leadIn] : 0)
                    + ITEMS * items[i]
                    + defining(definitions, spans.get(i), leadIn == LeadIns.NONE ? "" : spans.get(leadIn));
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static double defining(Definitions definitions, String span, String leadIn) {
        double own = !definitions.introduces(span) ? 0 : INTRODUCES + (definitions.explains(span) ? EXPLAINS : 0);
        return own + (definitions.introduces(leadIn) ? UNDER_DEFINITION : 0);
    }
}
