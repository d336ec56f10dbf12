/**
 * What is known on a day, ready to be asked. Input: an open matter, a day, a moment. Output: a
 * {@link warrant.orchestrator.session.Knowledge}. Not here: understanding questions.
 */
@NullMarked
package warrant.orchestrator.session;

import org.jspecify.annotations.NullMarked;
