/**
 * What leaves the owner: answers, proofs and statements as plain values, in words, ready to be JSON, text or a page.
 * Input: what the stages made. Output: records of texts and numbers. Not here: how they are sent or laid out.
 */
@NullMarked
package warrant.orchestrator.view;

import org.jspecify.annotations.NullMarked;
