/**
 * How fast and how lean is deduction? Generated data, measured in the command's process.
 *
 * <p>Input: how much, and which engines. Output: {@link warrant.orchestrator.bench.RuleSpeed.Figure}s. Not here:
 * whether it is right, which is for tests.
 */
@NullMarked
package warrant.orchestrator.bench;

import org.jspecify.annotations.NullMarked;
