/**
 * Which texts speak of what is asked? Input: texts, a question in words. Output: texts, best first, by common words, by
 * nearness of meaning, and by the names that lead from one text to the next. Not here: whether a text answers.
 */
@NullMarked
package warrant.orchestrator.search;

import org.jspecify.annotations.NullMarked;
