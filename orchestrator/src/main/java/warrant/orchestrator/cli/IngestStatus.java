package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import warrant.orchestrator.owner.Spoken;

/** Tells how a matter's ingestion stands, and steers it. */
final class IngestStatus {
    private final Shell shell;
    private final OwnerClient owner;
    private final Which which;

    IngestStatus(Shell shell, Which which) {
        this.shell = shell;
        this.owner = shell.owner();
        this.which = which;
    }

    /** @return 0 if there is nothing to do, 1 if something failed or was not finished */
    int show() {
        JsonNode standing = owner.get(which.in("/v1/ingest"));
        if (!shell.printedJson(standing)) {
            String state = standing.path("state").asText();
            shell.print(standing.path("matter").asText() + ": " + words(state) + "; "
                    + standing.path("documents").asInt() + " documents, "
                    + standing.path("read").asInt() + " of "
                    + standing.path("passages").asInt() + " passages read");
            standing.path("jobs").forEach(this::show);
            IngestCommand.showFailures(shell, standing.path("failures"));
        }
        boolean fine = standing.path("failures").isEmpty()
                && List.of("complete", "running", "none")
                        .contains(standing.path("state").asText());
        return fine ? 0 : 1;
    }

    private static String words(String state) {
        return switch (state) {
            case "none" -> "nothing was ingested yet";
            case "interrupted" -> "interrupted; warrant ingest goes on where it was";
            default -> state;
        };
    }

    private void show(JsonNode job) {
        JsonNode standing = job.path("standing");
        List<String> parts = new ArrayList<>();
        parts.add("job " + job.path("id").asText() + " "
                + job.path("state").asText().toLowerCase(Locale.ROOT));
        if (!standing.path("stage").asText().isEmpty() && !job.hasNonNull("result")) {
            parts.add(standing.path("stage").asText());
        }
        if (standing.path("total").asLong() > 0) {
            parts.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the work, %.0f characters a second",
                    100.0
                            * standing.path("done").asLong()
                            / standing.path("total").asLong(),
                    standing.path("rate").asDouble()));
        }
        if (standing.path("left").isNumber()) {
            parts.add("about " + time(standing.path("left")) + " to go");
        }
        if (standing.path("foretold").isNumber()) {
            parts.add("estimated " + time(standing.path("foretold")) + " after the first twentieth, took "
                    + time(standing.path("taken")) + " so far");
        }
        if (standing.path("tokens").asLong() > 0) {
            parts.add(standing.path("tokens").asLong() + " tokens read by the model");
        }
        shell.print("  " + String.join(", ", parts));
        job.path("result").path("warnings").forEach(warning -> shell.print("  warning: " + warning.asText()));
        if (job.hasNonNull("problem")) {
            shell.print("  failed: " + job.path("problem").path("detail").asText());
        }
    }

    private static String time(JsonNode seconds) {
        return Spoken.of(Duration.ofMillis((long) (1000 * seconds.asDouble())));
    }

    /** Tells what there is to read; changes nothing. */
    int estimate(String with) {
        String path = which.in("/v1/ingest/estimate?with=" + OwnerClient.encode(with));
        JsonNode job = owner.post(path, Shell.JSON.createObjectNode());
        JsonNode estimate = new Following(owner, shell::progress)
                .toEnd(job.path("id").asText())
                .path("result");
        if (!shell.printedJson(estimate)) {
            shell.print(estimate.path("documents").asInt() + " documents ("
                    + estimate.path("unchanged").asInt() + " unchanged, "
                    + estimate.path("removed").asInt() + " to be withdrawn), "
                    + estimate.path("unread").asInt() + " of "
                    + estimate.path("passages").asInt() + " passages to read");
            shell.print(
                    estimate.path("seconds").isNumber()
                            ? "about " + time(estimate.path("seconds")) + " at the rate of earlier"
                            : "how long it takes is known once the first twentieth is done: see --status");
        }
        return 0;
    }

    /** @param how {@code pause}, {@code resume} or {@code cancel} */
    int steer(String how) {
        JsonNode jobs = owner.get(which.in("/v1/ingest")).path("jobs");
        for (JsonNode job : jobs) {
            String state = job.path("state").asText();
            boolean open = state.equals("RUNNING") || state.equals("WAITING") || state.equals("PAUSED");
            if (open) {
                JsonNode now =
                        owner.post("/v1/jobs/" + job.path("id").asText() + "/" + how, Shell.JSON.createObjectNode());
                if (!shell.printedJson(now)) {
                    shell.print("job " + now.path("id").asText() + ": " + how + " is wanted; it heeds that after the"
                            + " passage that it is at");
                }
                return 0;
            }
        }
        throw new Failure(Failure.Who.USER, "no ingestion of this matter is at work; see: warrant ingest --status");
    }
}
