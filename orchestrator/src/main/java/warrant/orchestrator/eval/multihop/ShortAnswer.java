package warrant.orchestrator.eval.multihop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.LanguageModel;
import warrant.orchestrator.retrieve.Wish;

/**
 * Reads an answer off texts: yes, no, or words that stand in one of them. What the model writes beyond the texts is
 * replaced by the likeliest words of the texts.
 */
final class ShortAnswer {
    private static final int TOKENS = 16;
    private static final int WORDS = 8;
    private static final String SYSTEM =
            "You answer questions from texts, as briefly as can be: a name, a date, a number, a few words.";

    private final LanguageModel model;

    ShortAnswer(LanguageModel model) {
        this.model = model;
    }

    /** @return nothing if the texts hold no answer */
    Optional<String> to(String question, List<Article> texts) {
        String read = texts.stream()
                .map(article -> "Title: " + article.title() + "\n" + article.text())
                .collect(Collectors.joining("\n\n"));
        try (Context context = model.read(SYSTEM, read + "\n\n")) {
            String asked = "Question: " + question;
            if (Wish.of(question, "en") == Wish.WHETHER) {
                double[] yes =
                        context.choose(List.of(Context.Question.yesNo(asked))).getFirst();
                return Optional.of(yes[0] >= yes[1] ? "yes" : "no");
            }
            String free = tidy(context.complete(
                            asked + " Answer with words of the texts.", "Answer:", new Constraint.Free(), TOKENS)
                    .text());
            if (stands(free, read)) {
                return Optional.of(free);
            }
            String words = context.complete(asked, "Answer:", new Constraint.SpanOf(read, WORDS), TOKENS)
                    .text();
            return Optional.of(tidy(words)).filter(answer -> !answer.isEmpty());
        }
    }

    private static String tidy(String written) {
        return written.strip().lines().findFirst().orElse("").strip().replaceAll("[.,;]+$", "");
    }

    private static boolean stands(String answer, String texts) {
        return !answer.isEmpty() && texts.toLowerCase(Locale.ROOT).contains(answer.toLowerCase(Locale.ROOT));
    }
}
