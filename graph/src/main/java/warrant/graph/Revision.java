package warrant.graph;

import java.time.Instant;

/**
 * Where a matter stands: while its revision is the same, so are its documents, passages and supports.
 *
 * @param id changes with every write of a document or a support, and never comes back, not even after erasing
 * @param settled the latest moment at which a support opens or closes: whatever moment at or after it is asked about,
 *     the same is believed. {@link Instant#MIN} if there never was a support
 */
public record Revision(String id, Instant settled) {}
