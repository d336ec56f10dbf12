/**
 * Where the bytes of a model come from. Input: the name of a model, or a file of the user's. Output: the path of a file
 * whose SHA-256 is the one that the catalogue states. Not here: reading what is in the file.
 */
@NullMarked
package warrant.llm.store;

import org.jspecify.annotations.NullMarked;
