/**
 * What may we answer? The ways of the data, from files to statements and from a question to an answer.
 *
 * <p>Input: an {@link warrant.orchestrator.OpenMatter} and what is wanted of it. Output: what was ingested, what is
 * answered. Not here: how a matter's parts are opened ({@code .owner}), how the world reaches them ({@code .http},
 * {@code .cli}), and what any one stage does (the other modules).
 */
@NullMarked
package warrant.orchestrator;

import org.jspecify.annotations.NullMarked;
