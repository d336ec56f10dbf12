package warrant.llm;

import java.util.List;

/** Turns texts into vectors whose inner product tells how near the texts are in meaning. Safe for many threads. */
public interface Encoder extends AutoCloseable {

    int dimension();

    /** @return one vector of length 1 a text, in order, {@code (texts, dimension)} */
    List<float[]> encode(List<String> texts);

    @Override
    void close();
}
