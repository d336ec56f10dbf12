/**
 * Model files as they lie on the disk. Input: a GGUF file (version 2 or 3). Output: its metadata and its tensors as F32
 * numbers. Not here: what the tensors mean, how they are computed with, and where files come from.
 */
@NullMarked
package warrant.llm.weights;

import org.jspecify.annotations.NullMarked;
