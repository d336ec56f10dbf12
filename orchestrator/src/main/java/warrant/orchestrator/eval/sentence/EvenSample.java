package warrant.orchestrator.eval.sentence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A sample of sets with the same number of sentences from each, as far as they go. */
final class EvenSample {
    private EvenSample() {}

    /** @param limit most sentences in all; 0: all there are */
    static List<SentenceSet> of(List<SentenceSet> sets, int limit, long seed) {
        if (limit == 0 || sets.isEmpty()) {
            return sets;
        }
        List<SentenceSet> sample = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            int share = limit / sets.size() + (i < limit % sets.size() ? 1 : 0);
            List<Labelled> sentences = new ArrayList<>(sets.get(i).sentences());
            Collections.shuffle(sentences, new Random(seed + i));
            sample.add(sets.get(i).with(sentences.subList(0, Math.min(share, sentences.size()))));
        }
        return sample;
    }
}
