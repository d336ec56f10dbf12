package warrant.orchestrator.matter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of questions.yaml, with what is expected of its answer.
 *
 * @param paraphrases other wordings; each is asked too
 * @param asOf the day it is about; null: the matter's
 * @param knownOn the day whose knowledge answers it; null: now
 * @param line where it stands in the file
 */
public record MatterQuestion(
        String question,
        List<String> paraphrases,
        @Nullable LocalDate asOf,
        @Nullable LocalDate knownOn,
        Expected expected,
        int line) {
    public MatterQuestion {
        paraphrases = List.copyOf(paraphrases);
    }

    /**
     * What the answer must be.
     *
     * @param kind {@code grounded}, {@code unsupported} or {@code contradicted}; empty if nothing is expected
     * @param must each occurs in the claims; alternatives are separated by {@code |}
     * @param mustNot none occurs
     * @param maxClaims 0: any number
     * @param reason of an unsupported answer; empty: any
     * @param cites documents that the answer or its proof quotes, all of them; alternatives separated by {@code |}
     * @param rules rules in the proof, all of them
     */
    public record Expected(
            String kind,
            List<String> must,
            List<String> mustNot,
            int maxClaims,
            String reason,
            List<String> cites,
            List<String> rules) {
        public Expected {
            must = List.copyOf(must);
            mustNot = List.copyOf(mustNot);
            cites = List.copyOf(cites);
            rules = List.copyOf(rules);
        }

        /** The same, whatever documents are quoted. */
        public Expected withoutCites() {
            return new Expected(kind, must, mustNot, maxClaims, reason, List.of(), rules);
        }
    }
}
