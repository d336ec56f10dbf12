/**
 * The chat protocol of OpenAI, as far as it is spoken here. Input: a request's JSON, an answer of a language model.
 * Output: messages and a {@link warrant.llm.Generation}, an answer's JSON. Not here: HTTP.
 */
@NullMarked
package warrant.orchestrator.chat;

import org.jspecify.annotations.NullMarked;
