package warrant.orchestrator.ground;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A question as it was put.
 *
 * @param asOf the day that it is about
 * @param known the moment whose knowledge answers it
 */
public record Asked(String question, LocalDate asOf, Instant known) {
    private static final int LONGEST = 2_000;

    public Asked {
        if (question.isBlank()) {
            throw new IllegalArgumentException("The question is empty. Ask something.");
        }
        if (question.length() > LONGEST) {
            throw new IllegalArgumentException("The question has " + question.length() + " characters; at most "
                    + LONGEST + " are read. Ask for one thing at a time.");
        }
    }
}
