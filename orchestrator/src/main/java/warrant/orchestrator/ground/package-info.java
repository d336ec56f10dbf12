/**
 * May this be answered, and on what ground? Input: a question and candidates. Output: an
 * {@link warrant.orchestrator.ground.Answer} in which no claim stands without quotation or proof. Not here: finding
 * candidates ({@code .retrieve}), and showing answers ({@code .dossier}, {@code .http}).
 */
@NullMarked
package warrant.orchestrator.ground;

import org.jspecify.annotations.NullMarked;
