/**
 * Is it true? Rules over all modules. Input: the compiled classes and the files of the repository. Output: failures
 * that name class, file and line. Not here: what one module alone must hold; its own tests say that.
 */
@NullMarked
package warrant.tests;

import org.jspecify.annotations.NullMarked;
