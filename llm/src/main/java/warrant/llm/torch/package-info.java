/**
 * The transformer runtime on DJL's PyTorch engine. Input: a model file and token sequences. Output: probabilities. The
 * computation is TorchScript source that Java writes, puts into an archive and loads; no Python, no NDArray arithmetic.
 * Not here: file formats ({@code warrant.llm.weights}), text ({@code warrant.llm.token}), what an answer may be
 * ({@code warrant.llm.decode}).
 */
@NullMarked
package warrant.llm.torch;

import org.jspecify.annotations.NullMarked;
