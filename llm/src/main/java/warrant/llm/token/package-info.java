/**
 * Text to token numbers and back, as a model file prescribes. Input: the metadata of a checkpoint. Output: a byte-level
 * BPE tokenizer and the words that the model's chat template puts around a system message and a user's message. Not
 * here: the model.
 */
@NullMarked
package warrant.llm.token;

import org.jspecify.annotations.NullMarked;
