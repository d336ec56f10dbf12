package warrant.orchestrator.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.view.IngestView;

/**
 * How a matter went.
 *
 * @param with {@code rules}, {@code encoder} or {@code model}
 * @param statements null where the matter has no expected.ttl
 * @param seconds by stage
 * @param peakMebibytes most memory of the owner and the processes it started, together
 */
public record EvaluationReport(
        String matter,
        String with,
        IngestView ingest,
        StatementScore.@Nullable Result statements,
        List<QuestionResult> questions,
        Proofs proofs,
        Map<String, Double> seconds,
        long peakMebibytes) {
    public EvaluationReport {
        questions = List.copyOf(questions);
    }

    /**
     * A question in all its wordings.
     *
     * @param mark {@code right} when all wordings are, {@code wrong} when one is, else {@code abstained}
     */
    public record QuestionResult(String question, String mark, List<WordingResult> wordings) {}

    /** @param complaints what differs from what was expected */
    public record WordingResult(String wording, String mark, List<String> complaints, String answer) {}

    /** Proofs of answers, put before the independent checker. */
    public record Proofs(int checked, int accepted, List<String> rejected) {}

    public int right() {
        return count("right");
    }

    public int wrong() {
        return count("wrong");
    }

    public int abstained() {
        return count("abstained");
    }

    private int count(String mark) {
        return (int) questions.stream().filter(q -> q.mark().equals(mark)).count();
    }
}
