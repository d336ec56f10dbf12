package warrant.llm.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real checkpoints, in the precision that is chosen here, against transformers in F32 on a fixed text. -Dwindows=8: all
 * of its 4,096 tokens. What each figure was is printed.
 */
class AgreementTest {
    private static final int WINDOWS = Integer.getInteger("windows", 1);
    private static final double CLEAR = 0.1;

    /** A window of the text, with what the reference makes of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Window(int[] ids, double logProbability) {}

    /** What the reference holds likeliest at a place of the first window, and by how much. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(int at, int top, double margin, int[] tokens, double[] logs) {
        static Place of(String[] line) {
            String[] pairs = line[4].split(",");
            return new Place(
                    Integer.parseInt(line[1]),
                    Integer.parseInt(line[2]),
                    Double.parseDouble(line[3]),
                    Arrays.stream(pairs)
                            .mapToInt(pair -> Integer.parseInt(pair.split(":")[0]))
                            .toArray(),
                    Arrays.stream(pairs)
                            .mapToDouble(pair -> Double.parseDouble(pair.split(":")[1]))
                            .toArray());
        }

        /** @return the divergence of ours from the reference, over these tokens and all others taken together */
        double divergence(Prediction ours) {
            double sum = 0;
            double theirsLeft = 1;
            double oursLeft = 1;
            for (int i = 0; i < tokens.length; i++) {
                double p = Math.exp(logs[i]);
                double own = ours.logProbability(tokens[i]);
                sum += p * (logs[i] - own);
                theirsLeft -= p;
                oursLeft -= Math.exp(own);
            }
            boolean others = theirsLeft > 1e-4 && oursLeft > 1e-4;
            return others ? sum + theirsLeft * Math.log(theirsLeft / oursLeft) : sum;
        }
    }

    @ParameterizedTest
    @CsvSource({"SmolLM2-135M-Instruct.Q4_1.gguf, smollm2-135m", "gemma-3-270m-q4_k_m.gguf, gemma3-270m"})
    void a_real_checkpoint_agrees_with_the_reference(String file, String name) {
        List<Window> windows = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (String[] line : Recorded.lines(name + "-agreement.tsv")) {
            if (line[0].equals("W")) {
                int[] ids = Arrays.stream(line[1].split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                windows.add(new Window(ids, Double.parseDouble(line[2])));
            } else {
                places.add(Place.of(line));
            }
        }
        try (TorchLanguageModel model = TorchLanguageModel.open(ModelFiles.need(file), Settings.of(name))) {
            double agreement = agreement(model, windows.get(0), places);
            double perplexity = perplexity(model, windows.subList(0, Math.min(WINDOWS, windows.size())));

            System.out.printf(
                    "%s: perplexity %.3f %% off over %d windows, likeliest %.2f %%%n",
                    model.profile().id(), 100 * perplexity, WINDOWS, 100 * agreement);
            assertThat(agreement).isGreaterThanOrEqualTo(0.99);
            assertThat(perplexity).isBetween(-0.01, 0.01);
        }
    }

    /** @return how often the likeliest token is the reference's, where that leads clearly */
    private static double agreement(TorchLanguageModel model, Window window, List<Place> places) {
        List<Prediction> predictions = model.worker().run(() -> {
            Decoder decoder = model.decoder();
            Batch batch = new Batch(0);
            batch.add(window.ids(), Batch.PREFIX);
            places.forEach(place -> batch.want(place.at()));
            try (IValue start = decoder.start();
                    IValue output = decoder.step(start, batch, false)) {
                return IntStream.range(0, places.size())
                        .mapToObj(i -> decoder.prediction(output, i))
                        .toList();
            }
        });
        double divergence = IntStream.range(0, places.size())
                .mapToDouble(i -> places.get(i).divergence(predictions.get(i)))
                .average()
                .orElseThrow();
        System.out.printf("%s: mean divergence %.6f%n", model.profile().name(), divergence);
        assertThat(divergence).isLessThan(2e-3);
        int[] clear = IntStream.range(0, places.size())
                .filter(i -> places.get(i).margin() > CLEAR)
                .toArray();
        assertThat(clear).hasSizeGreaterThan(100);
        return IntStream.of(clear)
                        .filter(i ->
                                predictions.get(i).top()[0] == places.get(i).top())
                        .count()
                / (double) clear.length;
    }

    /** @return by what part the perplexity is greater than the reference's */
    private static double perplexity(TorchLanguageModel model, List<Window> windows) {
        double ours = 0;
        double theirs = 0;
        int tokens = 0;
        for (Window window : windows) {
            ours += model.worker().run(() -> model.decoder().logProbability(window.ids()));
            theirs += window.logProbability();
            tokens += window.ids().length - 1;
        }
        return Math.exp((theirs - ours) / tokens) - 1;
    }
}
