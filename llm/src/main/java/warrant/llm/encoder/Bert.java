package warrant.llm.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.pytorch.jni.IValue;
import ai.djl.util.PairList;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import warrant.llm.torch.Place;
import warrant.llm.torch.ScriptModule;
import warrant.llm.torch.TorchEngine;
import warrant.llm.torch.Worker;

/** A loaded encoder of the BERT family. Safe for many threads. */
final class Bert implements AutoCloseable {
    private static final int BATCH = 32;
    private static final int LENGTHS = 16;
    private static final int COUNTS = 4;

    private final BertShape shape;
    private final Worker worker;
    private final ScriptModule script;
    private final IValue weights;
    private final HuggingFaceTokenizer tokenizer;

    /**
     * A text, or two that are read together.
     *
     * @param second null if there is but one
     */
    record Input(String first, @Nullable String second) {
        private int length() {
            return first.length() + (second == null ? 0 : second.length());
        }
    }

    /** A tensor, row by row. */
    @SuppressWarnings("ArrayRecordComponent") // handed on within this package and never compared
    record Matrix(float[] numbers, long[] shape) {}

    private Bert(BertShape shape, Worker worker, ScriptModule script, IValue weights, HuggingFaceTokenizer tokenizer) {
        this.shape = shape;
        this.worker = worker;
        this.script = script;
        this.weights = weights;
        this.tokenizer = tokenizer;
    }

    /**
     * @param tensors by their names in PyTorch
     * @param vocabulary a {@code tokenizer.json}
     * @param threads native threads, for the whole process
     */
    static Bert load(BertShape shape, Function<String, Matrix> tensors, InputStream vocabulary, int threads)
            throws IOException {
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                vocabulary,
                Map.of("padding", "true", "truncation", "true", "maxLength", String.valueOf(shape.longest())));
        Worker worker = new Worker(true);
        try {
            return worker.run(() -> load(shape, tensors, threads, worker, tokenizer));
        } catch (RuntimeException failure) {
            worker.close();
            tokenizer.close();
            throw failure;
        }
    }

    /** On the thread that will compute. */
    private static Bert load(
            BertShape shape,
            Function<String, Matrix> tensors,
            int threads,
            Worker worker,
            HuggingFaceTokenizer tokenizer) {
        ScriptModule script =
                ScriptModule.compile(TorchEngine.start(threads, Place.PROCESSOR), BertScript.source(shape));
        IValue weights = script.call("list");
        try {
            BertScript.names(shape).forEach(name -> add(script, weights, name, tensors));
        } catch (RuntimeException failure) {
            weights.close();
            script.close();
            throw failure;
        }
        return new Bert(shape, worker, script, weights, tokenizer);
    }

    private static void add(ScriptModule script, IValue weights, String name, Function<String, Matrix> tensors) {
        boolean packed = name.endsWith("!");
        Matrix matrix = tensors.apply(packed ? name.substring(0, name.length() - 1) : name);
        try (IValue tensor = script.tensor(matrix.numbers(), matrix.shape())) {
            script.call(packed ? "pack" : "push", weights, tensor).close();
        }
    }

    BertShape shape() {
        return shape;
    }

    /** Inputs of like length share a batch; the order of the results is that of the inputs. */
    List<float[]> run(List<Input> inputs) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, inputs.size()).boxed().toList());
        order.sort(Comparator.comparingInt(i -> inputs.get(i).length()));
        int width = shape.scores() ? 1 : shape.width();
        float[][] results = new float[inputs.size()][];
        for (int from = 0; from < order.size(); from += BATCH) {
            List<Integer> batch = order.subList(from, Math.min(from + BATCH, order.size()));
            List<Input> some = batch.stream().map(inputs::get).toList();
            float[] flat = worker.run(() -> batch(some));
            for (int i = 0; i < batch.size(); i++) {
                results[batch.get(i)] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
            }
        }
        return Arrays.asList(results);
    }

    private Encoding[] encodings(List<Input> inputs) {
        if (inputs.get(0).second() == null) {
            return tokenizer.batchEncode(inputs.stream().map(Input::first).toArray(String[]::new));
        }
        PairList<String, String> pairs = new PairList<>();
        inputs.forEach(input -> pairs.add(input.first(), String.valueOf(input.second())));
        return tokenizer.batchEncode(pairs);
    }

    /**
     * Texts are filled up to round lengths and numbers: the library compiles code for each shape that it meets and
     * keeps it, so that shapes without number would cost memory without end.
     *
     * @return the results of the inputs, and of what filled up behind them
     */
    private float[] batch(List<Input> inputs) {
        Encoding[] encodings = encodings(inputs);
        int most = shape.longest();
        int length = Math.min(up(encodings[0].getIds().length, LENGTHS), Math.max(most, encodings[0].getIds().length));
        int count = inputs.size() <= 2 ? inputs.size() : up(inputs.size(), COUNTS);
        long[] ids = new long[count * length];
        long[] mask = new long[count * length];
        long[] types = new long[count * length];
        for (int i = 0; i < count; i++) {
            if (i < encodings.length) {
                long[] tokens = encodings[i].getIds();
                System.arraycopy(tokens, 0, ids, i * length, tokens.length);
                System.arraycopy(encodings[i].getAttentionMask(), 0, mask, i * length, tokens.length);
                if (shape.firstPosition() == 0) {
                    System.arraycopy(encodings[i].getTypeIds(), 0, types, i * length, tokens.length);
                }
            } else {
                mask[i * length] = 1;
            }
        }
        try (IValue idTensor = script.tensor(ids);
                IValue maskTensor = script.tensor(mask);
                IValue typeTensor = script.tensor(types);
                IValue rows = IValue.from((long) count)) {
            return script.floats("encode", idTensor, maskTensor, typeTensor, rows, weights);
        }
    }

    private static int up(int number, int step) {
        return (number + step - 1) / step * step;
    }

    @Override
    public void close() {
        worker.run(() -> {
            tokenizer.close();
            weights.close();
            script.close();
            return worker;
        });
        worker.close();
    }
}
