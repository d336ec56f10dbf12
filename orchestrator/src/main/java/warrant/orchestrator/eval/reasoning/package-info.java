/**
 * What suites about deduction share: given triples as statements, and proofs put before the independent checker. Not
 * here: any data set.
 */
@NullMarked
package warrant.orchestrator.eval.reasoning;

import org.jspecify.annotations.NullMarked;
