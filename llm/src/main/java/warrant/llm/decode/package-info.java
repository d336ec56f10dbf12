/**
 * What an answer may be. Input: a constraint and the tokens of a vocabulary. Output: which token of those that the
 * constraint allows is the likeliest. Constraints are automata over bytes, so they hold however the words are cut into
 * tokens. Not here: the model.
 */
@NullMarked
package warrant.llm.decode;

import org.jspecify.annotations.NullMarked;
