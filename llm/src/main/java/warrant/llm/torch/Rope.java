package warrant.llm.torch;

import java.util.Arrays;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.weights.Checkpoint;

/**
 * Rotary positions (Su et al. 2021): pairs of a head's numbers are turned by angles that grow with the position.
 *
 * @param width numbers of a head that are turned, even
 * @param base of the angles' frequencies
 * @param divisors by which the angle of each pair is divided, 1 for none
 * @param magnitude by which what was turned is multiplied, 1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed or compared
public record Rope(int width, double base, double[] divisors, double magnitude) {

    static Rope plain(int width, double base) {
        double[] ones = new double[width / 2];
        Arrays.fill(ones, 1);
        return new Rope(width, base, ones, 1);
    }

    /** @throws ModelException with code {@code USER} if positions are scaled in a way that is not known */
    public static Rope of(Checkpoint file, String kind, int width, double base) {
        String scaling = file.findText(kind + ".rope.scaling.type").orElse("none");
        double factor = file.findReal(kind + ".rope.scaling.factor").orElse(1.0);
        Rope plain = plain(width, base);
        if (scaling.equals("none")) {
            return plain;
        }
        if (factor < 1) {
            throw new ModelException(
                    Code.USER,
                    "%s wants its positions scaled by %s, which is less than 1".formatted(file.path(), factor));
        }
        return switch (scaling) {
            case "linear" -> plain.linear(factor);
            case "llama3" -> plain.llama3(file, kind, factor);
            case "yarn" -> plain.yarn(file, kind, factor);
            default ->
                throw new ModelException(
                        Code.USER,
                        "%s wants its positions scaled (%s, %s), which cannot be done; none, linear, llama3 and yarn can"
                                .formatted(file.path(), scaling, factor));
        };
    }

    private Rope linear(double factor) {
        double[] all = new double[divisors.length];
        Arrays.fill(all, factor);
        return new Rope(width, base, all, magnitude);
    }

    /** @return with these divisors besides: the model's file holds them ready (Llama 3.1 and later) */
    Rope dividedBy(float[] factors) {
        double[] product = divisors.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factors[i];
        }
        return new Rope(width, base, product, magnitude);
    }

    private double frequency(int pair) {
        return Math.pow(base, -2.0 * pair / width);
    }

    /** Slow angles are divided by the factor, quick ones are not, those between by something between (Llama 3.1). */
    private Rope llama3(Checkpoint file, String kind, double factor) {
        double low = file.findReal(kind + ".rope.scaling.low_freq_factor").orElse(1.0);
        double high = file.findReal(kind + ".rope.scaling.high_freq_factor").orElse(4.0);
        int original = file.number(kind + ".rope.scaling.original_context_length", 1, 1 << 24);
        double[] scaled = new double[divisors.length];
        for (int i = 0; i < scaled.length; i++) {
            double wavelength = 2 * Math.PI / frequency(i);
            double smooth = Math.clamp((original / wavelength - low) / (high - low), 0.0, 1.0);
            scaled[i] = 1 / ((1 - smooth) / factor + smooth);
        }
        return new Rope(width, base, scaled, magnitude);
    }

    /** YaRN (Peng et al. 2023), with the choices of transformers where the paper leaves some. */
    private Rope yarn(Checkpoint file, String kind, double factor) {
        int original = file.number(kind + ".rope.scaling.original_context_length", 1, 1 << 24);
        double fast = file.findReal(kind + ".rope.scaling.yarn_beta_fast").orElse(32.0);
        double slow = file.findReal(kind + ".rope.scaling.yarn_beta_slow").orElse(1.0);
        double first = Math.max(0, Math.floor(pairTurning(fast, original)));
        double last = Math.min(width - 1.0, Math.ceil(pairTurning(slow, original)));
        double[] scaled = new double[divisors.length];
        for (int i = 0; i < scaled.length; i++) {
            double ramp = Math.clamp((i - first) / Math.max(last - first, 0.001), 0.0, 1.0);
            scaled[i] = 1 / (ramp / factor + 1 - ramp);
        }
        double usual = kind.equals("deepseek2") ? 1 : yarnMagnitude(factor, 1);
        double magnified = file.findReal(kind + ".rope.scaling.attn_factor").orElse(usual);
        return new Rope(width, base, scaled, magnified);
    }

    /** @return the pair that turns so often over the positions that the model was trained for */
    private double pairTurning(double times, int positions) {
        return width * Math.log(positions / (times * 2 * Math.PI)) / (2 * Math.log(base));
    }

    static double yarnMagnitude(double factor, double weight) {
        return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
    }

    /** @return the cosines, then the sines of positions from 0 on, each {@code (rows, width)}, the pairs twice */
    float[][] tables(int rows) {
        int half = width / 2;
        float[][] tables = new float[2][rows * width];
        for (int i = 0; i < half; i++) {
            float frequency = (float) (1.0 / Math.pow(base, 2.0 * i / width) / divisors[i]);
            for (int row = 0; row < rows; row++) {
                double angle = row * frequency;
                int at = row * width + i;
                tables[0][at] = (float) (Math.cos(angle) * magnitude);
                tables[0][at + half] = tables[0][at];
                tables[1][at] = (float) (Math.sin(angle) * magnitude);
                tables[1][at + half] = tables[1][at];
            }
        }
        return tables;
    }
}
