package warrant.llm.torch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import warrant.llm.weights.Dequantiser;
import warrant.llm.weights.Gguf;
import warrant.llm.weights.Tensor;

/**
 * The formulas of llama, qwen2 and qwen3 in F64, one number after the other, as the papers and the GGUF conventions
 * have them; shares nothing with the runtime but the reading of the file.
 */
final class PlainDecoder {
    private final Gguf file;
    private final String kind;
    private final int heads;
    private final int keyHeads;
    private final int width;
    private final double epsilon;

    PlainDecoder(Gguf file) {
        this.file = file;
        this.kind = file.text("general.architecture");
        this.heads = file.number(kind + ".attention.head_count", 1, 1000);
        this.keyHeads = file.number(kind + ".attention.head_count_kv", 1, 1000);
        this.width = file.number(kind + ".embedding_length", 1, 10000) / heads;
        this.epsilon = file.findReal(kind + ".attention.layer_norm_rms_epsilon").orElseThrow();
    }

    /** @return the logits after each token */
    double[][] logits(int[] tokens) {
        double[][] states = new double[tokens.length][];
        double[][] embeddings = matrix("token_embd.weight");
        for (int t = 0; t < tokens.length; t++) {
            states[t] = embeddings[tokens[t]].clone();
        }
        for (int layer = 0; layer < file.number(kind + ".block_count", 1, 1000); layer++) {
            layer("blk." + layer + ".", states);
        }
        double[][] logits = new double[tokens.length][];
        for (int t = 0; t < tokens.length; t++) {
            logits[t] = times(embeddings, normed(states[t], vector("output_norm.weight")));
        }
        return logits;
    }

    private void layer(String at, double[][] states) {
        List<double[]> keys = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int t = 0; t < states.length; t++) {
            double[] h = normed(states[t], vector(at + "attn_norm.weight"));
            double[] q = turned(at + "attn_q", projected(at + "attn_q", h), t);
            keys.add(turned(at + "attn_k", projected(at + "attn_k", h), t));
            values.add(projected(at + "attn_v", h));
            add(states[t], times(matrix(at + "attn_output.weight"), attended(q, keys, values)));
            double[] h2 = normed(states[t], vector(at + "ffn_norm.weight"));
            double[] gate = times(matrix(at + "ffn_gate.weight"), h2);
            double[] up = times(matrix(at + "ffn_up.weight"), h2);
            for (int i = 0; i < gate.length; i++) {
                gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
            }
            add(states[t], times(matrix(at + "ffn_down.weight"), gate));
        }
    }

    private double[] projected(String name, double[] h) {
        double[] out = times(matrix(name + ".weight"), h);
        if (file.find(name + ".bias").isPresent()) {
            add(out, vector(name + ".bias"));
        }
        return out;
    }

    /** Norms each head if the model does, and rotates it: pairs of neighbours in llama's files, of halves in others. */
    private double[] turned(String name, double[] x, int position) {
        double base = file.findReal(kind + ".rope.freq_base").orElse(10000.0);
        double scale = file.findReal(kind + ".rope.scaling.factor").orElse(1.0);
        double[] out = new double[x.length];
        for (int from = 0; from < x.length; from += width) {
            double[] head = java.util.Arrays.copyOfRange(x, from, from + width);
            if (file.find(name + "_norm.weight").isPresent()) {
                head = normed(head, vector(name + "_norm.weight"));
            }
            for (int i = 0; i < width / 2; i++) {
                double factor = file.find("rope_freqs.weight").isPresent() ? vector("rope_freqs.weight")[i] : 1;
                double angle = position / scale / factor * Math.pow(base, -2.0 * i / width);
                int a = kind.equals("llama") ? 2 * i : i;
                int b = kind.equals("llama") ? 2 * i + 1 : i + width / 2;
                out[from + a] = head[a] * Math.cos(angle) - head[b] * Math.sin(angle);
                out[from + b] = head[a] * Math.sin(angle) + head[b] * Math.cos(angle);
            }
        }
        return out;
    }

    private double[] attended(double[] q, List<double[]> keys, List<double[]> values) {
        double[] out = new double[heads * width];
        for (int head = 0; head < heads; head++) {
            int of = head / (heads / keyHeads) * width;
            double[] weights = new double[keys.size()];
            double sum = 0;
            for (int t = 0; t < weights.length; t++) {
                double dot = 0;
                for (int i = 0; i < width; i++) {
                    dot += q[head * width + i] * keys.get(t)[of + i];
                }
                weights[t] = Math.exp(dot / Math.sqrt(width));
                sum += weights[t];
            }
            for (int t = 0; t < weights.length; t++) {
                for (int i = 0; i < width; i++) {
                    out[head * width + i] += weights[t] / sum * values.get(t)[of + i];
                }
            }
        }
        return out;
    }

    private double[] normed(double[] x, double[] weight) {
        double squares = 0;
        for (double number : x) {
            squares += number * number;
        }
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] / Math.sqrt(squares / x.length + epsilon) * weight[i];
        }
        return out;
    }

    private static void add(double[] to, double[] some) {
        for (int i = 0; i < to.length; i++) {
            to[i] += some[i];
        }
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] out = new double[matrix.length];
        for (int r = 0; r < out.length; r++) {
            for (int c = 0; c < x.length; c++) {
                out[r] += matrix[r][c] * x[c];
            }
        }
        return out;
    }

    private double[] vector(String name) {
        return matrix(name)[0];
    }

    private double[][] matrix(String name) {
        Tensor tensor = file.find(name).orElseThrow();
        ByteBuffer bytes = file.map(tensor, 0, tensor.rows());
        double[][] rows = new double[tensor.rows()][tensor.columns()];
        float[] row = new float[tensor.columns()];
        for (double[] to : rows) {
            Dequantiser.read(tensor.type(), bytes, row, 0, row.length);
            for (int c = 0; c < row.length; c++) {
                to[c] = row[c];
            }
        }
        return rows;
    }
}
