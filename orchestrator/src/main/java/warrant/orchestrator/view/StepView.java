package warrant.orchestrator.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a reasoning: something stated, or something that a rule concludes from earlier steps.
 *
 * @param number counted from 1; steps come after those that they rest on
 * @param says what it states or concludes
 * @param rule null: it is stated
 * @param sentence the rule's own sentence about it, or empty
 * @param because numbers of the steps that satisfy the rule's conditions
 * @param computed what was computed, each in words
 * @param absent what had to be absent and was
 * @param against what clashed with it and lost, with the reason
 * @param quotations where documents state it
 * @param assertions who else states it, and why
 */
public record StepView(
        int number,
        String says,
        @Nullable RuleView rule,
        @Nullable String asOf,
        String sentence,
        List<Integer> because,
        List<String> computed,
        List<String> absent,
        List<String> against,
        List<QuotationView> quotations,
        List<String> assertions) {
    public StepView {
        because = List.copyOf(because);
        computed = List.copyOf(computed);
        absent = List.copyOf(absent);
        against = List.copyOf(against);
        quotations = List.copyOf(quotations);
        assertions = List.copyOf(assertions);
    }
}
