package warrant.llm.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import warrant.llm.Sampling;

class SamplerTest {
    private static final int DRAWS = 5_000;

    /** The definition, step by step. */
    private static Map<Integer, Double> probabilities(
            float[] logits, Set<Integer> allowed, Set<Integer> seen, Sampling how) {
        Map<Integer, Double> weights = new TreeMap<>();
        for (int token : allowed) {
            double logit = logits[token];
            if (seen.contains(token)) {
                logit = logit > 0 ? logit / how.repetition() : logit * how.repetition();
            }
            weights.put(token, Math.exp(logit / how.temperature()));
        }
        if (how.topK() > 0) {
            weights.keySet()
                    .retainAll(new HashSet<>(likeliest(weights).subList(0, Math.min(how.topK(), weights.size()))));
        }
        double all = sum(weights);
        double reached = 0;
        Set<Integer> nucleus = new HashSet<>();
        for (int token : likeliest(weights)) {
            if (reached < how.topP() * all) {
                nucleus.add(token);
                reached += weights.getOrDefault(token, 0.0);
            }
        }
        weights.keySet().retainAll(nucleus);
        double most = weights.values().stream().mapToDouble(x -> x).max().orElseThrow();
        weights.values().removeIf(weight -> weight < how.minP() * most);
        double left = sum(weights);
        weights.replaceAll((token, weight) -> weight / left);
        return weights;
    }

    private static List<Integer> likeliest(Map<Integer, Double> weights) {
        List<Integer> order = new ArrayList<>(weights.keySet());
        order.sort(Comparator.comparingDouble((Integer token) -> -weights.getOrDefault(token, 0.0)));
        return order;
    }

    private static double sum(Map<Integer, Double> weights) {
        return weights.values().stream().mapToDouble(x -> x).sum();
    }

    @Test
    void tokens_come_as_often_as_the_definition_says() {
        for (long seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            float[] logits = new float[40];
            IntStream.range(0, logits.length).forEach(i -> logits[i] = (float) (random.nextGaussian() * 2));
            Set<Integer> allowed = new HashSet<>();
            Set<Integer> seen = new HashSet<>();
            IntStream.range(0, logits.length).forEach(i -> {
                if (random.nextInt(4) > 0) {
                    allowed.add(i);
                }
                if (random.nextInt(3) == 0) {
                    seen.add(i);
                }
            });
            Sampling how = new Sampling(
                    0.5 + random.nextDouble(),
                    random.nextBoolean() ? 0 : 1 + random.nextInt(20),
                    random.nextBoolean() ? 1 : 0.3 + 0.6 * random.nextDouble(),
                    random.nextBoolean() ? 0 : 0.2 * random.nextDouble(),
                    random.nextBoolean() ? 1 : 1.5,
                    seed);
            compare(logits, allowed, seen, how);
        }
    }

    private static void compare(float[] logits, Set<Integer> allowed, Set<Integer> seen, Sampling how) {
        Map<Integer, Double> expected = probabilities(logits, allowed, seen, how);
        Sampler sampler = new Sampler(how);
        seen.forEach(sampler::see);
        BitSet mask = new BitSet();
        allowed.forEach(mask::set);
        int[] counts = new int[logits.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.choose(logits, mask)]++;
        }
        for (int token = 0; token < counts.length; token++) {
            double wanted = expected.getOrDefault(token, 0.0);
            if (wanted == 0) {
                assertThat(counts[token]).as("%s, token %d", how, token).isZero();
            }
            // five standard deviations
            double room = 5 * Math.sqrt(wanted * (1 - wanted) / DRAWS) + 1e-9;
            assertThat((double) counts[token] / DRAWS)
                    .as("%s, token %d", how, token)
                    .isCloseTo(wanted, within(room));
        }
    }

    @Test
    void a_temperature_of_zero_takes_the_likeliest_that_was_not_seen_too_often() {
        float[] logits = {1, 3, 2.5f, -1};
        BitSet all = new BitSet();
        all.set(0, 4);
        Sampler sampler = new Sampler(new Sampling(0, 0, 1, 0, 2, 0));

        assertThat(sampler.choose(logits, all)).isEqualTo(1);
        sampler.see(1);
        assertThat(sampler.choose(logits, all)).isEqualTo(2);
    }

    @Test
    void a_large_vocabulary_is_cut_at_the_same_place_as_a_small_one() {
        float[] logits = new float[100_000];
        Random random = new Random(3);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) random.nextGaussian();
        }
        BitSet all = new BitSet();
        all.set(0, logits.length);
        Sampling how = new Sampling(1, 50_000, 0.9, 0, 1, 9);
        Set<Integer> nucleus = probabilities(
                        logits, all.stream().boxed().collect(java.util.stream.Collectors.toSet()), Set.of(), how)
                .keySet();
        Sampler sampler = new Sampler(how);

        for (int i = 0; i < 10; i++) {
            assertThat(nucleus).contains(sampler.choose(logits, all));
        }
    }
}
