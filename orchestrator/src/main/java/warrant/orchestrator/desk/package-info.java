/**
 * The parts put together for one open matter: readers, relators, resolver, engine, checker. Input: an open matter and
 * what is wanted. Output: values that can leave the owner. Not here: what any part does.
 */
@NullMarked
package warrant.orchestrator.desk;

import org.jspecify.annotations.NullMarked;
