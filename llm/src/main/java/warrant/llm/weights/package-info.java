/**
 * Model files as they lie on the disk. Input: a GGUF file (version 2 or 3), or a folder as Hugging Face's transformers
 * write it. Output: metadata and names of tensors in GGUF's words, and the tensors as F32 numbers. Not here: what the
 * tensors mean, how they are computed with, and where files come from.
 */
@NullMarked
package warrant.llm.weights;

import org.jspecify.annotations.NullMarked;
