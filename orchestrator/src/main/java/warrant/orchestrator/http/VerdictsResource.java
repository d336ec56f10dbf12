package warrant.orchestrator.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.owner.Owner;
import warrant.orchestrator.review.Calibration;
import warrant.orchestrator.review.Calibration.Judged;
import warrant.orchestrator.review.Verdicts;
import warrant.orchestrator.review.Verdicts.Verdict;

/** What reviewers said of statements from documents. */
@Path("/v1/verdicts")
@Blocking
public class VerdictsResource {
    private static final int LEAST = 5;

    private final Owner owner;

    VerdictsResource(Owner owner) {
        this.owner = owner;
    }

    /**
     * The verdicts, and what they tell of confidence.
     *
     * @param thresholds proposed for matter.yaml: relations of at least five verdicts, with the least confidence from
     *     which on the wanted share is right; above 1: none is enough
     */
    public record View(List<Verdict> verdicts, Calibration calibration, Map<String, Double> thresholds) {}

    /** @param precision share of a relation's statements that should be right */
    @GET
    @Operation(summary = "What reviewers said, as training data, with calibration and thresholds proposed from it")
    public View list(
            @QueryParam("matter") @Nullable String matter,
            @QueryParam("precision") @DefaultValue("0.95") double precision) {
        List<Verdict> verdicts = new Verdicts(
                        owner.store().matter(owner.register().choose(matter).name()))
                .all();
        List<Judged> judged = verdicts.stream()
                .map(each -> new Judged(each.relation(), each.confidence(), each.right()))
                .toList();
        return new View(verdicts, Calibration.of(judged), Calibration.thresholds(judged, precision, LEAST));
    }
}
