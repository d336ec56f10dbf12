/**
 * A matter as a folder. Input: the files of a folder, which may come from anybody. Output: a
 * {@link warrant.orchestrator.matter.MatterFolder}, its questions, the limits on its files and its
 * {@link warrant.orchestrator.matter.MatterRules}, or a {@link warrant.orchestrator.matter.MatterException} that names
 * file and line. Not here: what documents say, and how rules are parsed ({@code warrant.rules.language}).
 */
@NullMarked
package warrant.orchestrator.matter;

import org.jspecify.annotations.NullMarked;
