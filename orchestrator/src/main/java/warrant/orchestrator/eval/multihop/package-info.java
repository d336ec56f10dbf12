/**
 * How well are questions answered whose answer stands in several texts together? Input: questions of MuSiQue, HotpotQA
 * or 2WikiMultihopQA with a corpus of texts beside them. Output: how many of the needed texts are found, and how many
 * answers are right. Not here: searching ({@code warrant.orchestrator.search}).
 */
@NullMarked
package warrant.orchestrator.eval.multihop;

import org.jspecify.annotations.NullMarked;
