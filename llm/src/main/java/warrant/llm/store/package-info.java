/**
 * Where the bytes of a model come from. Input: the name of a model or of a hub's repository, or a file of the user's.
 * Output: the path of a file or folder; what was fetched has the hash that the catalogue or the hub states. Not here:
 * reading what is in the file.
 */
@NullMarked
package warrant.llm.store;

import org.jspecify.annotations.NullMarked;
