package warrant.orchestrator.eval.pairs;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Precision, recall and F1 over all items together. Not for many threads. */
final class MicroScore {
    private int right;
    private int found;
    private int wanted;

    /** @return whether all that is wanted was found and nothing else */
    boolean add(Collection<String> gold, Collection<String> answered) {
        Set<String> answers = new HashSet<>(answered);
        Set<String> both = new HashSet<>(gold);
        wanted += both.size();
        found += answers.size();
        boolean same = both.equals(answers);
        both.retainAll(answers);
        right += both.size();
        return same;
    }

    double precision() {
        return found == 0 ? 0 : (double) right / found;
    }

    double recall() {
        return wanted == 0 ? 0 : (double) right / wanted;
    }

    double f1() {
        return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
    }

    void put(String name, Map<String, Double> measures) {
        measures.put(name + " precision", precision());
        measures.put(name + " recall", recall());
        measures.put(name + " F1", f1());
    }
}
