package warrant.orchestrator.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of questions.yaml.
 *
 * @param paraphrases the same question in other words; each is asked too
 * @param asOf null: the matter's day
 * @param knownOn null: now
 * @param line where it stands, counted from 1
 */
public record TestQuestion(
        String question,
        List<String> paraphrases,
        @Nullable LocalDate asOf,
        @Nullable LocalDate knownOn,
        Expectation expect,
        int line) {
    public TestQuestion {
        paraphrases = List.copyOf(paraphrases);
    }

    /** @return the question, then its paraphrases */
    public List<String> wordings() {
        List<String> all = new ArrayList<>();
        all.add(question);
        all.addAll(paraphrases);
        return all;
    }

    /**
     * What a right answer is.
     *
     * @param must each has its alternatives, one of which occurs in the claims
     * @param mustNot none of which occurs
     * @param maxClaims null: any number
     * @param reason of an unsupported answer, or null: any
     * @param cites each has its alternatives: documents, one of which is quoted
     * @param rules that the proof uses, all of them
     */
    public record Expectation(
            Kind kind,
            List<List<String>> must,
            List<String> mustNot,
            @Nullable Integer maxClaims,
            @Nullable String reason,
            List<List<String>> cites,
            List<String> rules) {
        public Expectation {
            must = must.stream().map(List::copyOf).toList();
            mustNot = List.copyOf(mustNot);
            cites = cites.stream().map(List::copyOf).toList();
            rules = List.copyOf(rules);
        }
    }

    /** Kinds of answers. */
    public enum Kind {
        GROUNDED,
        UNSUPPORTED,
        CONTRADICTED
    }
}
