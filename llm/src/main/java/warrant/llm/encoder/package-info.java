/**
 * What texts mean, as vectors. Input: texts, and the weights of a small BERT from its Maven artifact. Output: unit
 * vectors. Not here: language models that write.
 */
@NullMarked
package warrant.llm.encoder;

import org.jspecify.annotations.NullMarked;
