/**
 * Models that run on a server which speaks OpenAI's protocol, such as vLLM. Input: the server's address and the name of
 * a model there. Output: the same ports as those of models that run here, as far as the server's protocol reaches. Not
 * here: serving that protocol.
 */
@NullMarked
package warrant.llm.remote;

import org.jspecify.annotations.NullMarked;
