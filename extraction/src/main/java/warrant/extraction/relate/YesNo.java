package warrant.extraction.relate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/** Questions about a text that a model answers with yes or no, in log-odds of yes. */
final class YesNo {
    private static final double EDGE = 1e-4;

    private YesNo() {}

    /** @return the question whether a text states something */
    static String stated(String statement) {
        return "Does the text state this? " + statement + ". Answer yes or no.";
    }

    /** @return log-odds of yes for each question, all asked in one batch over the text; nothing is read for none */
    static Map<String, Double> ask(LanguageModel model, String text, Set<String> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        List<String> order = List.copyOf(questions);
        Map<String, Double> answers = new HashMap<>();
        try (Context read = model.read("", text)) {
            List<double[]> yes =
                    read.choose(order.stream().map(Context.Question::yesNo).toList());
            for (int i = 0; i < order.size(); i++) {
                answers.put(order.get(i), logOdds(yes.get(i)[0]));
            }
        }
        return answers;
    }

    /** @return cut off at both ends, as is {@link #probability} */
    static double logOdds(double probability) {
        double inside = Math.clamp(probability, EDGE, 1 - EDGE);
        return Math.log(inside / (1 - inside));
    }

    static double probability(double odds) {
        return Math.clamp(1 / (1 + Math.exp(-odds)), EDGE, 1 - EDGE);
    }
}
