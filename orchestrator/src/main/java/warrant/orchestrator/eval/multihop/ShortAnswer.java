package warrant.orchestrator.eval.multihop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/**
 * Reads an answer off texts: yes, no, or words that stand in one of them. The model writes down the steps first (Wei et
 * al. 2022), which on questions of several steps is right more often than an answer at once; an answer that the texts
 * do not hold is replaced by the likeliest words of theirs.
 */
final class ShortAnswer {
    private static final int THOUGHT = 72;
    private static final int ANSWER = 16;
    private static final int WORDS = 8;
    private static final Set<String> VERDICTS = Set.of("yes", "no");
    private static final String THINKING = "Thought:";
    private static final String ANSWERING = "\nAnswer:";

    private static final String TASK = """
            You answer questions from texts: first a short thought that names each step, then the answer in as few \
            words as can be.

            Example 1
            Question: Where was the designer of the lighthouse at Orrin Point born?
            Thought: Hester Vance designed the lighthouse at Orrin Point. Hester Vance was born in Callow.
            Answer: Callow

            Example 2
            Question: Which opened first, the Marl Bridge or the Tarn Tunnel?
            Thought: The Marl Bridge opened in 1932. The Tarn Tunnel opened in 1921.
            Answer: Tarn Tunnel

            Example 3
            Question: Are Ilse Brandt and Tom Okoro both painters?
            Thought: Ilse Brandt is a painter. Tom Okoro is a sculptor.
            Answer: no""";

    private final LanguageModel model;

    ShortAnswer(LanguageModel model) {
        this.model = model;
    }

    /** @return nothing if the texts hold no answer */
    Optional<String> to(String question, List<Article> texts) {
        String read = texts.stream()
                .map(article -> article.title() + ": " + article.text())
                .collect(Collectors.joining("\n\n"));
        try (Context context = model.read(TASK, "Texts:\n\n" + read + "\n\n")) {
            String asked = "Question: " + question;
            String written = context.complete(asked, THINKING, new Constraint.Free(), THOUGHT)
                    .text();
            int end = written.indexOf(ANSWERING);
            String thought =
                    end < 0 ? written.strip() : written.substring(0, end).strip();
            String answer = end < 0 ? "" : tidy(written.substring(end + ANSWERING.length()));
            if (VERDICTS.contains(answer.toLowerCase(Locale.ROOT)) || stands(answer, read)) {
                return Optional.of(answer);
            }
            String lead = THINKING + " " + thought + ANSWERING;
            return Optional.of(tidy(context.complete(asked, lead, new Constraint.SpanOf(read, WORDS), ANSWER)
                            .text()))
                    .filter(words -> !words.isEmpty());
        }
    }

    private static String tidy(String written) {
        return written.strip().lines().findFirst().orElse("").strip().replaceAll("[.,;]+$", "");
    }

    private static boolean stands(String answer, String texts) {
        return !answer.isEmpty() && texts.toLowerCase(Locale.ROOT).contains(answer.toLowerCase(Locale.ROOT));
    }
}
