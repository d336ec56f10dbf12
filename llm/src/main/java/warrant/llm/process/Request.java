package warrant.llm.process;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import warrant.llm.Context.Question;
import warrant.llm.Generation;
import warrant.llm.Message;

/** What a child can be asked for. Contexts are named by the numbers that {@link Read} was answered with. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
sealed interface Request {
    /** Loads a language model; answered with its {@link warrant.llm.ModelProfile}. */
    record OpenModel(
            String file,
            String name,
            @Nullable String sha256,
            @Nullable String precision,
            @Nullable String writing,
            @Nullable String device,
            int threads,
            int window)
            implements Request {}

    /**
     * Loads an encoder; answered with its dimension.
     *
     * @param folder null: the one that comes with Warrant
     */
    record OpenEncoder(@Nullable String folder, int threads) implements Request {}

    record Read(String system, String text) implements Request {}

    record Choose(long context, List<Question> questions) implements Request {}

    record Score(long context, List<Question> questions) implements Request {}

    record Converse(List<Message> messages) implements Request {}

    /** Answered with the pieces, then with the {@link warrant.llm.Context.Completion}. */
    record Complete(long context, String question, String lead, Generation how) implements Request {}

    /** Closes a context; answered with nothing. */
    record Forget(long context) implements Request {}

    record Count(String text) implements Request {}

    /** Answered with {@link Vectors}. */
    record Encode(List<String> texts) implements Request {}

    /** Interrupts the work on an earlier request; not answered. */
    record Cancel(long id) implements Request {}
}
