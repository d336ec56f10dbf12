/**
 * A matter as a folder. Input: the files of a folder, which may come from anybody. Output: a
 * {@link warrant.orchestrator.matter.MatterFolder} and its questions, or a
 * {@link warrant.orchestrator.matter.MatterException} that names file and line. Not here: what documents, ontology and
 * rules say; only where they lie.
 */
@NullMarked
package warrant.orchestrator.matter;

import org.jspecify.annotations.NullMarked;
