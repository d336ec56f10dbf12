package warrant.llm.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import warrant.llm.Encoder;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0), 384 dimensions, texts cut at 256 tokens. Weights and tokenizer
 * come from a Maven artifact on the class path; it runs on the same engine as the language model.
 */
public final class MiniLm implements Encoder {
    private static final String WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

    private final Bert bert;

    private MiniLm(Bert bert) {
        this.bert = bert;
    }

    /** @param threads native threads, for the whole process */
    public static MiniLm open(int threads) {
        try (InputStream file = resource(WEIGHTS);
                InputStream vocabulary = resource(TOKENIZER)) {
            return new MiniLm(Bert.load(BertShape.MINI_LM, OnnxWeights.read(file)::get, vocabulary, threads));
        } catch (IOException e) {
            throw new ModelException(Code.UPSTREAM, "the encoder cannot be read: " + e.getMessage(), e);
        }
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
        return bert.shape().width();
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        return bert.run(texts.stream().map(text -> new Bert.Input(text, null)).toList());
    }

    @Override
    public void close() {
        bert.close();
    }
}
