/** Tests of the typed form and of what every engine must do. */
@NullMarked
package warrant.rules;

import org.jspecify.annotations.NullMarked;
