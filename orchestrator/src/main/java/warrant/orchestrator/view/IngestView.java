package warrant.orchestrator.view;

import java.util.List;
import java.util.Map;
import warrant.extraction.alike.Alike;
import warrant.orchestrator.ingest.Failure;

/**
 * What an ingestion did.
 *
 * @param unchanged documents that were known already
 * @param removed documents taken away because their file is gone or changed
 * @param alike documents that are nearly the same: copies and versions
 * @param read passages that were read in this run rather than remembered
 * @param moved passages of changed documents that did not change: what was found in them was taken over
 * @param statements believed because of documents
 * @param rejectedByReason how many were turned down, by reason
 * @param rejected the first of them, in words
 * @param merges which names were taken for the same thing, and why
 * @param tables what the rows and columns of each table were taken to mean
 * @param failures files and passages that could not be read, who must act, and why
 * @param warnings what a person should know
 * @param stopped why it ended before its time, or empty
 * @param seconds by stage
 */
public record IngestView(
        int documents,
        int unchanged,
        int removed,
        List<Alike> alike,
        int passages,
        int read,
        int moved,
        int statements,
        Map<String, Integer> rejectedByReason,
        List<String> rejected,
        List<String> merges,
        List<String> tables,
        List<Failure> failures,
        List<String> warnings,
        String stopped,
        Map<String, Double> seconds) {
    public IngestView {
        alike = List.copyOf(alike);
        rejected = List.copyOf(rejected);
        merges = List.copyOf(merges);
        tables = List.copyOf(tables);
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }
}
