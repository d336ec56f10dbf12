/**
 * Suite {@code sara}: cases about nine sections of the United States tax law, answered by those sections as written in
 * rules ({@code warrant/statutes/us-tax} among the resources). What a case states becomes statements, its goal a
 * question to the deduction. Not here: the law, which is in the rules.
 */
@NullMarked
package warrant.orchestrator.eval.sara;

import org.jspecify.annotations.NullMarked;
