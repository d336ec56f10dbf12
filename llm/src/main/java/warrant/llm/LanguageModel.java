package warrant.llm;

/**
 * A causal language model that follows instructions. Safe for many threads; calls queue.
 *
 * <p>Same profile and same call, same numbers: what else the model is doing does not change an answer.
 */
public interface LanguageModel extends AutoCloseable {

    /** @return what would have to be equal for the same numbers to come out again */
    ModelProfile profile();

    /**
     * Reads a system message and the beginning of the user's message once, keeping keys and values, so that many short
     * questions about the text cost little.
     *
     * @param system the system message; may be empty
     * @param text what the questions will be about
     * @throws ModelException with code {@code LIMIT} if the text does not fit the model's window
     */
    Context read(String system, String text);

    /** @return number of tokens of the text alone */
    int count(String text);

    @Override
    void close();
}
