/** Tests of the checker: what is right is accepted, and nothing that was changed. */
@NullMarked
package warrant.rules.check;

import org.jspecify.annotations.NullMarked;
