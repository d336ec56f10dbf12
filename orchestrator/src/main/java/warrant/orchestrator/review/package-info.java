/**
 * What people say about statements: that they hold, that they do not, that they read otherwise. Input: a matter's store
 * and a person's words, with name and reason. Output: supports opened and closed. Not here: what documents say.
 */
@NullMarked
package warrant.orchestrator.review;

import org.jspecify.annotations.NullMarked;
