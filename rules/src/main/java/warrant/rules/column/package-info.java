/**
 * Facts as rows of numbers. Terms and relations are numbered ({@link warrant.rules.column.Terms}); a triple is a row of
 * four numbers with chains by subject, by object and by relation ({@link warrant.rules.column.Rows}); a derivation is a
 * clause and the rows that it rests on ({@link warrant.rules.column.Grounds}). {@link warrant.rules.column.Joiner}
 * matches bodies over rows.
 *
 * <p>Input: statements and triples. Output: rows and what they rest on. Not here: which clauses are matched so, and in
 * which order ({@code warrant.rules.justify}).
 */
@NullMarked
package warrant.rules.column;

import org.jspecify.annotations.NullMarked;
