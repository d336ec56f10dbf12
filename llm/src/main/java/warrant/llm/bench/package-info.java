/**
 * How fast is a model on this machine? Input: a model file and settings. Output: tokens a second, seconds, bytes. Not
 * here: how good its answers are.
 */
@NullMarked
package warrant.llm.bench;

import org.jspecify.annotations.NullMarked;
