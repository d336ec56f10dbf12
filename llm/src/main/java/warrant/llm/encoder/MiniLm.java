package warrant.llm.encoder;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.pytorch.jni.IValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import warrant.llm.Encoder;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.torch.ScriptModule;
import warrant.llm.torch.TorchEngine;
import warrant.llm.torch.Worker;

/**
 * all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), 384 dimensions, texts cut at 256 tokens. Weights and tokenizer
 * come from a Maven artifact on the class path; it runs on the same engine as the language model.
 */
public final class MiniLm implements Encoder {
    private static final String WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";
    private static final int BATCH = 32;
    private static final int LENGTHS = 16;
    private static final int COUNTS = 4;

    private final Worker worker;
    private final ScriptModule script;
    private final IValue weights;
    private final HuggingFaceTokenizer tokenizer;

    private MiniLm(Worker worker, ScriptModule script, IValue weights, HuggingFaceTokenizer tokenizer) {
        this.worker = worker;
        this.script = script;
        this.weights = weights;
        this.tokenizer = tokenizer;
    }

    /** @param threads native threads, for the whole process */
    public static MiniLm open(int threads) {
        Worker worker = new Worker(true);
        return worker.run(() -> load(worker, threads));
    }

    private static MiniLm load(Worker worker, int threads) {
        ScriptModule script = ScriptModule.compile(TorchEngine.start(threads), BertScript.MINI_LM.source());
        try (InputStream file = resource(WEIGHTS);
                InputStream vocabulary = resource(TOKENIZER)) {
            OnnxWeights onnx = OnnxWeights.read(file);
            IValue weights = script.call("list");
            for (String name : BertScript.MINI_LM.names()) {
                boolean packed = name.endsWith("!");
                OnnxWeights.Matrix matrix = onnx.get(packed ? name.substring(0, name.length() - 1) : name);
                try (IValue tensor = script.tensor(matrix.numbers(), matrix.shape())) {
                    script.call(packed ? "pack" : "push", weights, tensor).close();
                }
            }
            return new MiniLm(worker, script, weights, tokenizer(vocabulary));
        } catch (IOException e) {
            script.close();
            throw new ModelException(Code.UPSTREAM, "the encoder cannot be read: " + e.getMessage(), e);
        }
    }

    private static HuggingFaceTokenizer tokenizer(InputStream vocabulary) throws IOException {
        return HuggingFaceTokenizer.newInstance(
                vocabulary, Map.of("padding", "true", "truncation", "true", "maxLength", "256"));
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = MiniLm.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("the resource " + name + " is not on the class path");
        }
        return stream;
    }

    @Override
    public int dimension() {
        return BertScript.MINI_LM.width();
    }

    /** Texts of like length share a batch; the order of the results is that of the texts. */
    @Override
    public List<float[]> encode(List<String> texts) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        order.sort(Comparator.comparingInt(i -> texts.get(i).length()));
        float[][] vectors = new float[texts.size()][];
        for (int from = 0; from < order.size(); from += BATCH) {
            List<Integer> batch = order.subList(from, Math.min(from + BATCH, order.size()));
            List<String> some = batch.stream().map(texts::get).toList();
            float[] flat = worker.run(() -> run(some));
            for (int i = 0; i < batch.size(); i++) {
                vectors[batch.get(i)] = Arrays.copyOfRange(flat, i * dimension(), (i + 1) * dimension());
            }
        }
        return Arrays.asList(vectors);
    }

    /**
     * Texts are filled up to round lengths and numbers: the library compiles code for each shape that it meets and
     * keeps it, so that shapes without number would cost memory without end.
     *
     * @return the vectors of the texts, and of what filled up behind them
     */
    private float[] run(List<String> texts) {
        Encoding[] encodings = tokenizer.batchEncode(texts.toArray(String[]::new));
        int length = up(encodings[0].getIds().length, LENGTHS);
        int count = texts.size() <= 2 ? texts.size() : up(texts.size(), COUNTS);
        long[] ids = new long[count * length];
        long[] mask = new long[count * length];
        for (int i = 0; i < count; i++) {
            if (i < encodings.length) {
                long[] tokens = encodings[i].getIds();
                System.arraycopy(tokens, 0, ids, i * length, tokens.length);
                System.arraycopy(encodings[i].getAttentionMask(), 0, mask, i * length, tokens.length);
            } else {
                mask[i * length] = 1;
            }
        }
        try (IValue idTensor = script.tensor(ids);
                IValue maskTensor = script.tensor(mask);
                IValue rows = IValue.from((long) count)) {
            return script.floats("encode", idTensor, maskTensor, rows, weights);
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
