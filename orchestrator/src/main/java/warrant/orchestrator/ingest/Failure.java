package warrant.orchestrator.ingest;

/**
 * A file or passage that could not be ingested; the rest went on.
 *
 * @param where name of the file
 * @param reason what is wrong, who must act and how
 */
public record Failure(String where, String reason) {}
