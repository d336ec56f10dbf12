package warrant.llm.encoder;

import java.nio.file.Path;
import java.util.List;
import warrant.llm.Reranker;

/** A cross-encoder of the BERT family from a folder, such as BGE's and MS MARCO's rerankers. */
public final class CrossEncoder implements Reranker {
    private final Bert bert;

    private CrossEncoder(Bert bert) {
        this.bert = bert;
    }

    /**
     * @param threads native threads, for the whole process
     * @throws warrant.llm.ModelException with code {@code USER} if the folder holds no cross-encoder that can be run
     */
    public static CrossEncoder open(Path folder, int threads) {
        return new CrossEncoder(EncoderFolder.open(folder, true, threads));
    }

    /** The classifier's one number, before any sigmoid. */
    @Override
    public double[] score(String question, List<String> texts) {
        return bert
                .run(texts.stream().map(text -> new Bert.Input(question, text)).toList())
                .stream()
                .mapToDouble(score -> score[0])
                .toArray();
    }

    @Override
    public void close() {
        bert.close();
    }
}
