/**
 * What texts mean, as vectors, and how well they answer a question. Input: texts, and an encoder of the BERT family
 * from a folder or, for MiniLM, from its Maven artifact. Output: unit vectors, and scores of pairs. Not here: language
 * models that write.
 */
@NullMarked
package warrant.llm.encoder;

import org.jspecify.annotations.NullMarked;
