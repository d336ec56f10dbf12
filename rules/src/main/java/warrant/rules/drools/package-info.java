/**
 * The engine on Drools: clauses compiled to its rules over one immutable fact type. Drools joins and fires; what a
 * firing means is settled elsewhere.
 *
 * <p>Input and output are those of {@link warrant.rules.RuleEngine}. The only package that sees Drools. Not here:
 * settling, proofs, retraction ({@code warrant.rules.justify}); Drools' own truth maintenance is not used, for it keeps
 * conclusions that only support each other.
 */
@NullMarked
package warrant.rules.drools;

import org.jspecify.annotations.NullMarked;
