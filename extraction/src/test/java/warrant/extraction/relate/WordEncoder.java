package warrant.extraction.relate;

import java.util.List;
import warrant.llm.Encoder;

/** Knows only which words two texts share. */
final class WordEncoder implements Encoder {
    private static final int WIDTH = 256;

    @Override
    public int dimension() {
        return WIDTH;
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        return texts.stream().map(WordEncoder::vector).toList();
    }

    private static float[] vector(String text) {
        float[] vector = new float[WIDTH];
        for (Words.Word word : Words.of(text)) {
            vector[Math.floorMod(word.stem().hashCode(), WIDTH)] += 1;
        }
        double length = 0;
        for (float x : vector) {
            length += x * x;
        }
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = (float) (vector[i] / Math.max(1e-9, Math.sqrt(length)));
        }
        return vector;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
