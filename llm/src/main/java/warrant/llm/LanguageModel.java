package warrant.llm;

import java.util.List;

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

    /**
     * Reads a conversation, up to where the model is to speak. Of the context only {@link Context#complete} can be
     * used, with an empty question.
     *
     * @throws ModelException with code {@code LIMIT} if it does not fit the window, {@code USER} if this model reads no
     *     such conversation
     */
    default Context converse(List<Message> messages) {
        throw new ModelException(
                ModelException.Code.USER,
                "the model " + profile().name() + " reads no conversations, such as one of " + messages.size()
                        + " messages");
    }

    /** @return number of tokens of the text alone */
    int count(String text);

    @Override
    void close();
}
