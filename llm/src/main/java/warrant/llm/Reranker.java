package warrant.llm;

import java.util.List;

/** Reads a question and a text together and tells how well the text answers it. Safe for many threads. */
public interface Reranker extends AutoCloseable {

    /** @return a number a text, in order: the greater, the better; comparable within one question */
    double[] score(String question, List<String> texts);

    @Override
    void close();
}
