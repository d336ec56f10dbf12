package warrant.llm.encoder;

import java.nio.file.Path;
import java.util.List;
import warrant.llm.Encoder;

/**
 * An encoder of the BERT family from a folder: BGE, E5, GTE and their like, in any language that its tokenizer knows.
 * Some are trained with words before each text, such as {@code "query: "} and {@code "passage: "} of E5.
 */
public final class TextEncoder implements Encoder {
    private final Bert bert;
    private final String before;
    private final boolean owner;

    private TextEncoder(Bert bert, String before, boolean owner) {
        this.bert = bert;
        this.before = before;
        this.owner = owner;
    }

    /**
     * @param threads native threads, for the whole process
     * @throws warrant.llm.ModelException with code {@code USER} if the folder holds no encoder that can be run
     */
    public static TextEncoder open(Path folder, int threads) {
        return new TextEncoder(EncoderFolder.open(folder, false, threads), "", true);
    }

    /** @return the same encoder with words before each text; closing it closes nothing */
    public TextEncoder before(String words) {
        return new TextEncoder(bert, words, false);
    }

    @Override
    public int dimension() {
        return bert.shape().width();
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        return bert.run(
                texts.stream().map(text -> new Bert.Input(before + text, null)).toList());
    }

    @Override
    public void close() {
        if (owner) {
            bert.close();
        }
    }
}
