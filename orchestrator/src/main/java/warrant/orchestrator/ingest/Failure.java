package warrant.orchestrator.ingest;

import warrant.extraction.read.ReadException;
import warrant.llm.ModelException;

/**
 * A file or passage that could not be ingested; the rest went on.
 *
 * @param where name of the file
 * @param who must act
 * @param reason what is wrong and how to mend it
 */
public record Failure(String where, Who who, String reason) {

    /** Who must act. */
    public enum Who {
        USER,
        /** A server, the disk or the network. */
        UPSTREAM,
        /** Whoever set the limit. */
        LIMIT,
        /** A defect of Warrant. */
        US
    }

    static Failure of(String where, ReadException e) {
        return new Failure(where, Who.valueOf(e.who().name()), String.valueOf(e.getMessage()));
    }

    static Failure of(String where, ModelException e) {
        return new Failure(where, Who.valueOf(e.code().name()), String.valueOf(e.getMessage()));
    }

    /** @return as kept: {@code who: reason} */
    public String record() {
        return who + ": " + reason;
    }

    /** @return what {@link #record} made */
    public static Failure read(String where, String record) {
        int colon = record.indexOf(": ");
        return new Failure(where, Who.valueOf(record.substring(0, colon)), record.substring(colon + 2));
    }
}
