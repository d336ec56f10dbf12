/**
 * Which relations, statements and passages could answer a question? Input: a question, and what is believed. Output:
 * candidates, best first, each still to be checked. Not here: deciding whether one of them is the answer.
 */
@NullMarked
package warrant.orchestrator.retrieve;

import org.jspecify.annotations.NullMarked;
