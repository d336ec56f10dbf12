package warrant.llm.torch;

import java.util.HashSet;
import java.util.Set;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.torch.Packing.Part;
import warrant.llm.weights.Checkpoint;
import warrant.llm.weights.Tensor;

/** Brings the tensors of a checkpoint into the order that {@link LayerLayout} has. */
final class WeightLoading {
    private final Checkpoint file;
    private final DecoderShape shape;
    private final Packing packing;
    private final Set<String> used = new HashSet<>();

    private WeightLoading(Checkpoint file, DecoderShape shape, Packing packing) {
        this.file = file;
        this.shape = shape;
        this.packing = packing;
    }

    /**
     * @param positions length of the rotary tables
     * @return the list of weights, filled
     * @throws ModelException if a tensor is missing, has another shape, or is not known to this architecture
     */
    static Packing load(Checkpoint file, DecoderShape shape, Precision precision, ScriptModule script, int positions) {
        Packing packing = new Packing(file, precision, script);
        try {
            new WeightLoading(file, shape, packing).all(positions);
            return packing;
        } catch (RuntimeException failure) {
            packing.weights().close();
            throw failure;
        }
    }

    private void all(int positions) {
        used.add("token_embd.weight");
        packing.packed(whole(shape.headName(file), shape.vocabulary(), shape.hidden()));
        norm("output_norm.weight", shape.hidden());
        tables(factored(shape.rope()), positions);
        shape.near().ifPresent(near -> tables(near.rope(), positions));
        for (int layer = 0; layer < shape.layers(); layer++) {
            String at = "blk." + layer + ".";
            for (String name : LayerLayout.of(shape, shape.hasExperts(layer)).names()) {
                tensors(name, at, shape.hasExperts(layer));
            }
        }
        file.tensors().keySet().stream()
                .filter(name -> !used.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ModelException(
                            Code.USER,
                            file.path() + " holds the tensor " + name + ", for which this program has no use: "
                                    + "the model is of a kind that it does not know");
                });
    }

    private Rope factored(Rope rope) {
        return file.find(DecoderShape.FACTORS).isPresent()
                ? rope.dividedBy(vector(DecoderShape.FACTORS, rope.width() / 2))
                : rope;
    }

    private void tables(Rope rope, int positions) {
        for (float[] table : rope.tables(positions)) {
            packing.push(table, positions, rope.width());
        }
    }

    /** Loads what stands under one name of the layout. */
    private void tensors(String name, String at, boolean experts) {
        int hidden = shape.hidden();
        switch (name) {
            case "norm" -> norm(at + "attn_norm.weight", hidden);
            case "feednorm" -> norm(at + "ffn_norm.weight", hidden);
            case "afterattention" -> norm(at + "post_attention_norm.weight", hidden);
            case "afterfeed" -> norm(at + "post_ffw_norm.weight", hidden);
            case "output" -> packing.packed(whole(at + "attn_output.weight", hidden, outputColumns()));
            case "gateup" -> gateAndUp(at, experts ? "_shexp" : "");
            case "down" ->
                packing.packed(whole(at + "ffn_down" + (experts ? "_shexp" : "") + ".weight", hidden, inner(experts)));
            case "router" -> {
                int count = shape.feed().experts().orElseThrow().count();
                packing.push(packing.numbers(whole(at + "ffn_gate_inp.weight", count, hidden)), count, hidden);
            }
            case "experts" -> experts(at, shape.feed().experts().orElseThrow());
            default -> {
                switch (shape.attention()) {
                    case Attention.Grouped grouped -> grouped(name, at, grouped);
                    case Attention.Latent latent -> latent(name, at, latent);
                }
            }
        }
    }

    private int outputColumns() {
        return shape.attention().heads()
                * switch (shape.attention()) {
                    case Attention.Grouped grouped -> grouped.keyWidth();
                    case Attention.Latent latent -> latent.headValues();
                };
    }

    private int inner(boolean shared) {
        return shared
                ? shape.feed().experts().orElseThrow().shared()
                : shape.feed().inner();
    }

    private void gateAndUp(String at, String suffix) {
        int inner = inner(!suffix.isEmpty());
        packing.packed(
                whole(at + "ffn_gate" + suffix + ".weight", inner, shape.hidden()),
                whole(at + "ffn_up" + suffix + ".weight", inner, shape.hidden()));
    }

    private void experts(String at, FeedForward.Experts experts) {
        for (int e = 0; e < experts.count(); e++) {
            packing.packed(
                    expert(at + "ffn_gate", e, experts.inner(), shape.hidden()),
                    expert(at + "ffn_up", e, experts.inner(), shape.hidden()));
            packing.packed(expert(at + "ffn_down", e, shape.hidden(), experts.inner()));
        }
    }

    /** Experts come one tensor each, or all of a layer below one another in one. */
    private Part expert(String name, int number, int rows, int columns) {
        String joined = name + "_exps.weight";
        if (file.find(joined).isEmpty()) {
            return whole(name + "." + number + ".weight", rows, columns);
        }
        int all = rows * shape.feed().experts().orElseThrow().count();
        return new Part(matrix(joined, all, columns), number * rows, rows, RowOrder.AS_STORED);
    }

    private void grouped(String name, String at, Attention.Grouped attention) {
        int width = attention.keyWidth();
        RowOrder order = attention.interleaved() ? new RowOrder(width, 0, width) : RowOrder.AS_STORED;
        int queries = attention.heads() * width;
        int keys = attention.keyHeads() * width;
        switch (name) {
            case "qkv" ->
                packing.packed(
                        whole(at + "attn_q.weight", queries, shape.hidden()).ordered(order),
                        whole(at + "attn_k.weight", keys, shape.hidden()).ordered(order),
                        whole(at + "attn_v.weight", keys, shape.hidden()));
            case "bias" -> {
                float[] bias = new float[attention.rows()];
                bias(at + "attn_q.bias", bias, 0, queries, order);
                bias(at + "attn_k.bias", bias, queries, keys, order);
                bias(at + "attn_v.bias", bias, queries + keys, keys, RowOrder.AS_STORED);
                packing.push(bias, bias.length);
            }
            case "headnorms" -> headNorms(at, attention);
            default -> throw new IllegalStateException("unknown to grouped attention: " + name);
        }
    }

    private void bias(String name, float[] all, int from, int length, RowOrder order) {
        if (file.find(name).isPresent()) {
            float[] numbers = vector(name, length);
            for (int i = 0; i < length; i++) {
                all[from + order.place(i)] = numbers[i];
            }
        }
    }

    /** The norms' weights for each head: the queries' for all query heads, then the keys' for all key heads. */
    private void headNorms(String at, Attention.Grouped attention) {
        int width = attention.keyWidth();
        int heads = attention.heads() + attention.keyHeads();
        float[] queries = normed(at + "attn_q_norm.weight", width);
        float[] keys = normed(at + "attn_k_norm.weight", width);
        float[] all = new float[heads * width];
        for (int head = 0; head < heads; head++) {
            System.arraycopy(head < attention.heads() ? queries : keys, 0, all, head * width, width);
        }
        packing.push(all, heads, width);
    }

    private void latent(String name, String at, Attention.Latent attention) {
        int hidden = shape.hidden();
        int rank = attention.rank();
        int head = attention.plain() + attention.turned();
        RowOrder queryOrder = new RowOrder(head, attention.plain(), attention.turned());
        switch (name) {
            case "short" -> {
                Part first = attention.queryRank() > 0
                        ? whole(at + "attn_q_a.weight", attention.queryRank(), hidden)
                        : whole(at + "attn_q.weight", attention.queryRows(), hidden)
                                .ordered(queryOrder);
                int keys = rank + attention.turned();
                RowOrder keyOrder = new RowOrder(keys, rank, attention.turned());
                packing.packed(
                        first, whole(at + "attn_kv_a_mqa.weight", keys, hidden).ordered(keyOrder));
            }
            case "querynorm" -> norm(at + "attn_q_a_norm.weight", attention.queryRank());
            case "queries" ->
                packing.packed(whole(at + "attn_q_b.weight", attention.queryRows(), attention.queryRank())
                        .ordered(queryOrder));
            case "keptnorm" -> norm(at + "attn_kv_a_norm.weight", rank);
            case "keys" -> packing.push(latentKeys(at, attention), attention.heads(), attention.plain(), rank);
            case "values" -> packing.push(latentValues(at, attention), attention.heads(), rank, attention.headValues());
            default -> throw new IllegalStateException("unknown to latent attention: " + name);
        }
    }

    /** @return {@code (heads, plain, rank)}, from the joined matrix of keys and values, or from that of keys alone */
    private float[] latentKeys(String at, Attention.Latent attention) {
        int heads = attention.heads();
        int plain = attention.plain();
        int rank = attention.rank();
        if (file.find(at + "attn_k_b.weight").isPresent()) {
            float[] turned = packing.numbers(whole(at + "attn_k_b.weight", heads * rank, plain));
            return transposed(turned, heads, rank, plain);
        }
        return rowsOfHeads(at, attention, 0, plain);
    }

    /** @return {@code (heads, rank, headValues)} */
    private float[] latentValues(String at, Attention.Latent attention) {
        int heads = attention.heads();
        int values = attention.headValues();
        float[] rows = file.find(at + "attn_v_b.weight").isPresent()
                ? packing.numbers(whole(at + "attn_v_b.weight", heads * values, attention.rank()))
                : rowsOfHeads(at, attention, attention.plain(), values);
        return transposed(rows, heads, values, attention.rank());
    }

    private float[] rowsOfHeads(String at, Attention.Latent attention, int from, int count) {
        int rank = attention.rank();
        int head = attention.plain() + attention.headValues();
        float[] all = packing.numbers(whole(at + "attn_kv_b.weight", attention.heads() * head, rank));
        float[] some = new float[attention.heads() * count * rank];
        for (int h = 0; h < attention.heads(); h++) {
            System.arraycopy(all, (h * head + from) * rank, some, h * count * rank, count * rank);
        }
        return some;
    }

    /** @return of each of several matrices the transposed one */
    private static float[] transposed(float[] numbers, int matrices, int rows, int columns) {
        float[] turned = new float[numbers.length];
        for (int m = 0; m < matrices; m++) {
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    turned[(m * columns + c) * rows + r] = numbers[(m * rows + r) * columns + c];
                }
            }
        }
        return turned;
    }

    private Tensor matrix(String name, int rows, int columns) {
        used.add(name);
        return file.tensor(name, rows, columns);
    }

    private Part whole(String name, int rows, int columns) {
        return Part.whole(matrix(name, rows, columns));
    }

    private float[] vector(String name, int length) {
        return packing.numbers(whole(name, 1, length));
    }

    private void norm(String name, int length) {
        packing.push(normed(name, length), length);
    }

    private float[] normed(String name, int length) {
        float[] weight = vector(name, length);
        for (int i = 0; i < length; i++) {
            weight[i] += (float) shape.normOffset();
        }
        return weight;
    }
}
