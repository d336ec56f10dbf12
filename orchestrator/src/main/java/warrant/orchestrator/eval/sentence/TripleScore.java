package warrant.orchestrator.eval.sentence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import warrant.orchestrator.eval.sentence.Labelled.Fact;

/**
 * Precision, recall and F1 of each sentence, averaged over sentences.
 *
 * @param judged the same as the set's own script has it: a triple found counts only where the sentence has a labelled
 *     triple of its relation, because labels are not complete
 */
public record TripleScore(int sentences, double precision, double recall, double f1, double judged) {

    /** Sums up sentence by sentence. */
    static final class Sum {
        private int sentences;
        private double precision;
        private double recall;
        private double f1;
        private double judged;

        /** @return F1 of the sentence */
        double add(Set<Fact> wanted, Set<Fact> found) {
            Set<String> gold = keys(wanted);
            Set<String> all = keys(found);
            Set<String> relations = wanted.stream().map(Fact::relationKey).collect(Collectors.toSet());
            Set<String> known = found.stream()
                    .filter(f -> relations.contains(f.relationKey()))
                    .map(Fact::key)
                    .collect(Collectors.toSet());
            sentences++;
            precision += share(gold, all, all.size());
            recall += share(gold, all, gold.size());
            judged += f1(gold, known);
            double here = f1(gold, all);
            f1 += here;
            return here;
        }

        private static Set<String> keys(Set<Fact> facts) {
            return facts.stream().map(Fact::key).collect(Collectors.toSet());
        }

        private static double share(Set<String> gold, Set<String> found, int of) {
            Set<String> right = new HashSet<>(gold);
            right.retainAll(found);
            return of == 0 ? 0 : (double) right.size() / of;
        }

        private static double f1(Set<String> gold, Set<String> found) {
            double p = share(gold, found, found.size());
            double r = share(gold, found, gold.size());
            return p + r == 0 ? 0 : 2 * p * r / (p + r);
        }

        TripleScore score() {
            int n = Math.max(1, sentences);
            return new TripleScore(sentences, precision / n, recall / n, f1 / n, judged / n);
        }
    }

    /** @return the mean of several scores, each counting the same */
    static TripleScore mean(List<TripleScore> scores) {
        List<TripleScore> all = new ArrayList<>(scores);
        return new TripleScore(
                all.stream().mapToInt(TripleScore::sentences).sum(),
                all.stream().mapToDouble(TripleScore::precision).average().orElse(0),
                all.stream().mapToDouble(TripleScore::recall).average().orElse(0),
                all.stream().mapToDouble(TripleScore::f1).average().orElse(0),
                all.stream().mapToDouble(TripleScore::judged).average().orElse(0));
    }
}
