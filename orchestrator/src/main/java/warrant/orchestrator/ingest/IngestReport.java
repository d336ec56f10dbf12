package warrant.orchestrator.ingest;

import java.util.List;
import java.util.Map;
import warrant.extraction.Rejection;
import warrant.extraction.alike.Alike;
import warrant.extraction.resolve.Merge;

/**
 * What an ingestion did.
 *
 * @param documents files that could be read
 * @param unchanged those among them that were known already
 * @param removed documents taken away because their file is gone or changed
 * @param alike documents that are nearly the same: copies and versions
 * @param passages in all documents
 * @param read passages that were read in this run rather than remembered
 * @param moved passages of changed documents that did not change: what was found in them was taken over
 * @param supports open supports that come from documents
 * @param rejectedByReason counts of the rejections
 * @param stopped why it ended before its time, or empty
 * @param seconds by stage
 */
public record IngestReport(
        int documents,
        int unchanged,
        int removed,
        List<Alike> alike,
        int passages,
        int read,
        int moved,
        int supports,
        List<Merge> merges,
        List<Rejection> rejections,
        Map<String, Integer> rejectedByReason,
        List<Failure> failures,
        String stopped,
        Map<String, Double> seconds) {
    public IngestReport {
        alike = List.copyOf(alike);
        merges = List.copyOf(merges);
        rejections = List.copyOf(rejections);
        failures = List.copyOf(failures);
    }
}
