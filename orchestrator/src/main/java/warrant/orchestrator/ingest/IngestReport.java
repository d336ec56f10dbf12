package warrant.orchestrator.ingest;

import java.util.List;
import java.util.Map;
import warrant.extraction.Rejection;
import warrant.extraction.resolve.Merge;

/**
 * What an ingestion did.
 *
 * @param documents files that could be read
 * @param unchanged those among them that were known already
 * @param removed documents taken away because their file is gone or changed
 * @param passages in all documents
 * @param read passages that were read in this run rather than remembered
 * @param supports open supports that come from documents
 * @param rejectedByReason counts of the rejections
 * @param seconds by stage
 */
public record IngestReport(
        int documents,
        int unchanged,
        int removed,
        int passages,
        int read,
        int supports,
        List<Merge> merges,
        List<Rejection> rejections,
        Map<String, Integer> rejectedByReason,
        List<Failure> failures,
        Map<String, Double> seconds) {
    public IngestReport {
        merges = List.copyOf(merges);
        rejections = List.copyOf(rejections);
        failures = List.copyOf(failures);
    }
}
