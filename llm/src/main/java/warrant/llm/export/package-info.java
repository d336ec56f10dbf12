/**
 * GGUF files from any model that can be read, with fewer bits if wanted. Input: a checkpoint and the type in which its
 * matrices are to be stored. Output: a file. Not here: what the rounding costs, which the runtime measures.
 */
@NullMarked
package warrant.llm.export;

import org.jspecify.annotations.NullMarked;
