package warrant.llm.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import warrant.llm.Encoder;
import warrant.llm.encoder.MiniLm;

/**
 * Measures the encoder that comes with Warrant, and ONNX Runtime on the same file, texts and threads where its library
 * is on the class path.
 */
public final class EncoderBench {
    private static final String WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";
    private static final int BATCH = 32;

    private EncoderBench() {}

    /** @param arguments threads, seconds at most, whether beside ONNX Runtime, and the file to which the report goes */
    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        Stopwatch watch = new Stopwatch(Double.parseDouble(arguments[1]));
        Report report = new Report(Path.of(arguments[3]), "all-minilm-l6-v2", Workload.standard());
        List<String> sentences = Workload.standard().sentences();
        List<float[]> ours;
        try (MiniLm encoder = MiniLm.open(threads)) {
            measure("encoder", encoder, sentences, watch, report);
            ours = encoder.encode(sentences);
        }
        if (Boolean.parseBoolean(arguments[2])) {
            try (Onnx peer = new Onnx(threads)) {
                measure("ONNX Runtime", peer, sentences, watch, report);
                report.add(
                        "encoder, greatest difference to ONNX Runtime", difference(ours, peer.encode(sentences)), "");
            }
        }
    }

    private static void measure(String name, Encoder encoder, List<String> texts, Stopwatch watch, Report report) {
        List<String> single = texts.subList(0, 1);
        report.add(
                name + ", sentences in batches of " + BATCH,
                texts.size() / watch.best(round -> Stopwatch.seconds(() -> encoder.encode(texts))),
                "/s");
        report.add(
                name + ", one sentence at a time",
                1 / watch.best(round -> Stopwatch.seconds(() -> encoder.encode(single))),
                "/s");
    }

    static double difference(List<float[]> one, List<float[]> other) {
        double most = 0;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < one.get(i).length; j++) {
                most = Math.max(most, Math.abs(one.get(i)[j] - other.get(i)[j]));
            }
        }
        return most;
    }

    /** The same encoder run by ONNX Runtime: means of the states over the tokens, of length 1. */
    static final class Onnx implements Encoder {
        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final OrtSession session;
        private final HuggingFaceTokenizer tokenizer;

        Onnx(int threads) throws OrtException, IOException {
            try (InputStream weights = resource(WEIGHTS);
                    InputStream vocabulary = resource(TOKENIZER);
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                session = environment.createSession(weights.readAllBytes(), options);
                tokenizer = HuggingFaceTokenizer.newInstance(
                        vocabulary, Map.of("padding", "true", "truncation", "true", "maxLength", "256"));
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream stream = EncoderBench.class.getResourceAsStream(name);
            if (stream == null) {
                throw new IOException("the resource " + name + " is not on the class path");
            }
            return stream;
        }

        @Override
        public int dimension() {
            return encode(List.of("a")).get(0).length;
        }

        @Override
        public List<float[]> encode(List<String> texts) {
            List<float[]> vectors = new ArrayList<>();
            for (int from = 0; from < texts.size(); from += BATCH) {
                Encoding[] encodings = tokenizer.batchEncode(texts.subList(from, Math.min(texts.size(), from + BATCH)));
                try {
                    vectors.addAll(states(encodings));
                } catch (OrtException failure) {
                    throw new IllegalStateException("ONNX Runtime failed", failure);
                }
            }
            return vectors;
        }

        private List<float[]> states(Encoding[] encodings) throws OrtException {
            long[][] ids = new long[encodings.length][];
            long[][] mask = new long[encodings.length][];
            long[][] types = new long[encodings.length][];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = encodings[i].getIds();
                mask[i] = encodings[i].getAttentionMask();
                types[i] = encodings[i].getTypeIds();
            }
            try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
                    OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
                    OnnxTensor typeTensor = OnnxTensor.createTensor(environment, types);
                    OrtSession.Result result = session.run(Map.of(
                            "input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
                float[][][] states = (float[][][]) result.get(0).getValue();
                List<float[]> vectors = new ArrayList<>();
                for (int i = 0; i < states.length; i++) {
                    vectors.add(mean(states[i], mask[i]));
                }
                return vectors;
            }
        }

        private static float[] mean(float[][] states, long[] mask) {
            float[] sum = new float[states[0].length];
            for (int token = 0; token < states.length; token++) {
                for (int i = 0; mask[token] == 1 && i < sum.length; i++) {
                    sum[i] += states[token][i];
                }
            }
            double squares = 0;
            for (float number : sum) {
                squares += number * (double) number;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= (float) Math.sqrt(squares);
            }
            return sum;
        }

        @Override
        public void close() {
            tokenizer.close();
            try {
                session.close();
            } catch (OrtException failure) {
                throw new IllegalStateException("ONNX Runtime failed", failure);
            }
        }
    }
}
