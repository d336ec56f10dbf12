/**
 * The native runtime in a process of its own, behind the ports of {@link warrant.llm}.
 *
 * <p>Input: calls of the ports. Output: what a child process, which alone loads the native library, answers. The child
 * is started when first needed, started anew when it dies, and ends with its parent. Not here: what is computed
 * ({@code .torch}, {@code .encoder}).
 */
@NullMarked
package warrant.llm.process;

import org.jspecify.annotations.NullMarked;
