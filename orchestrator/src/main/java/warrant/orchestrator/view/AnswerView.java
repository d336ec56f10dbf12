package warrant.orchestrator.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it leaves the owner.
 *
 * @param asOf the day it is about
 * @param knownOn the moment whose knowledge it gives
 * @param kind {@code grounded}, {@code unsupported} or {@code contradicted}
 * @param claims its sentences, or the sides of a contradiction
 * @param reason code of an unsupported answer: missing_fact, conflict, not_in_force, out_of_scope, below_threshold
 * @param explanation of an unsupported answer, in words
 * @param notes what a reader should know: ingestion is not complete, a limit was hit
 */
public record AnswerView(
        String question,
        String asOf,
        String knownOn,
        String kind,
        List<ClaimView> claims,
        @Nullable String reason,
        @Nullable String explanation,
        List<String> notes) {
    public AnswerView {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
    }
}
