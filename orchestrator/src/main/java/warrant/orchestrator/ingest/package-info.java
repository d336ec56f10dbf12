/**
 * The stages of {@link warrant.orchestrator.Ingest}. Input: a matter's folder and its store. Output: documents,
 * passages and statements in the store. Each stage can be cut off at any moment and repeated: what was done is found
 * again by the hash of what it was done to. Not here: reading a format, asking a model, settling identity (extraction).
 */
@NullMarked
package warrant.orchestrator.ingest;

import org.jspecify.annotations.NullMarked;
