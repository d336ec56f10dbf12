package warrant.orchestrator.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Several questions asked of the same texts, each a sentence of a contract, say. What all questions share tells none of
 * them apart: a word counts the less, the more of them have it, and half of their mean is taken from their vectors, as
 * half of the texts' mean from theirs (after Mu and Viswanath 2018, who take the whole).
 */
public final class Together {
    private static final double SHARED = 0.5;
    private static final double WORDS = 0.5;

    private final List<String> texts;
    private final WordIndex words;
    private final List<Set<String>> stems;
    private final List<Map<String, Double>> asked;
    private final float[][] questions;
    private final float[][] vectors;

    /**
     * A text that was found.
     *
     * @param text its place in the list
     * @param score to order by, in [0, 1]
     * @param meaning cosine, apart from what is shared, in [-1, 1]
     * @param covered share of the question's words that stand in the text, in [0, 1]
     */
    public record Match(int text, double score, double meaning, double covered) {}

    private Together(List<String> questions, List<String> texts, String language, Meanings meanings) {
        this.texts = texts;
        this.words = new WordIndex(texts, language);
        this.stems = texts.stream().map(text -> words.stems(text).keySet()).toList();
        this.asked = weights(questions);
        this.questions = apart(meanings.of(questions));
        this.vectors = apart(meanings.of(texts));
    }

    /** @param language {@code en}, {@code de} or {@code zh} */
    public static Together of(List<String> questions, List<String> texts, String language, Meanings meanings) {
        return new Together(List.copyOf(questions), List.copyOf(texts), language, meanings);
    }

    private List<Map<String, Double>> weights(List<String> questions) {
        List<Set<String>> said = questions.stream()
                .map(question -> words.stems(question).keySet())
                .toList();
        Map<String, Integer> spread = new HashMap<>();
        said.forEach(all -> all.forEach(stem -> spread.merge(stem, 1, Integer::sum)));
        List<Map<String, Double>> weights = new ArrayList<>();
        for (Set<String> all : said) {
            Map<String, Double> one = new HashMap<>();
            all.forEach(stem -> one.put(stem, 1 / (1 + Math.log(spread.getOrDefault(stem, 1)))));
            weights.add(one);
        }
        return weights;
    }

    /** Takes half of the mean from each vector and brings it to length 1 again. */
    private static float[][] apart(List<float[]> vectors) {
        int dimension = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        double[] mean = new double[dimension];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimension; d++) {
                mean[d] += (double) vector[d] / vectors.size();
            }
        }
        float[][] apart = new float[vectors.size()][dimension];
        for (int i = 0; i < apart.length; i++) {
            double squares = 0;
            for (int d = 0; d < dimension; d++) {
                apart[i][d] = (float) (vectors.get(i)[d] - SHARED * mean[d]);
                squares += (double) apart[i][d] * apart[i][d];
            }
            for (int d = 0; d < dimension && squares > 0; d++) {
                apart[i][d] /= (float) Math.sqrt(squares);
            }
        }
        return apart;
    }

    /** @return the texts for a question, best first */
    public List<Match> best(int question, int limit) {
        double[] meaning = new double[texts.size()];
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = Meanings.nearness(questions[question], vectors[i]);
        }
        double[] common = Shares.spread(words.scores(asked.get(question)));
        double[] near = Shares.spread(meaning);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Match(
                        i,
                        WORDS * common[i] + (1 - WORDS) * near[i],
                        meaning[i],
                        covered(asked.get(question), stems.get(i))))
                .sorted(Comparator.comparingDouble((Match match) -> -match.score())
                        .thenComparingInt(Match::text))
                .limit(limit)
                .toList();
    }

    private static double covered(Map<String, Double> asked, Set<String> said) {
        double all = asked.values().stream().mapToDouble(Double::doubleValue).sum();
        double there = asked.entrySet().stream()
                .filter(stem -> said.contains(stem.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : there / all;
    }
}
