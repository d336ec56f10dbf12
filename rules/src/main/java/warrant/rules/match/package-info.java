/**
 * When is a body satisfied? Conditions put into an order in which each can be decided, and the search for bindings.
 *
 * <p>Input: conditions and a {@link warrant.rules.match.View} of what holds. Output: every
 * {@link warrant.rules.match.Solution}, with all that it rests on: triples found, absences, computations. Not here:
 * what is done with a solution ({@code warrant.rules.justify}).
 */
@NullMarked
package warrant.rules.match;

import org.jspecify.annotations.NullMarked;
