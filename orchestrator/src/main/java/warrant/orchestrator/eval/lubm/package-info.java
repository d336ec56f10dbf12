/**
 * Suite {@code lubm}: the Lehigh University Benchmark's fourteen queries over its data, closed under the OWL 2 RL rules
 * of its ontology. Not here: making rules of axioms ({@code warrant.rules.owl}).
 */
@NullMarked
package warrant.orchestrator.eval.lubm;

import org.jspecify.annotations.NullMarked;
