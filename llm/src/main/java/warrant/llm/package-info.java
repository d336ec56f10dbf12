/**
 * What would a transformer say, and how sure is it? Ports to language models and encoders.
 *
 * <p>Input: text. Output: probabilities, spans and vectors; free text only under a constraint or a limit. Not here:
 * what the text is about. This module knows no documents, no statements and no rules. Adapters lie one package down:
 * {@code .torch} the runtime, {@code .weights} model files and where to get them, {@code .decode} constraints.
 */
@NullMarked
package warrant.llm;

import org.jspecify.annotations.NullMarked;
