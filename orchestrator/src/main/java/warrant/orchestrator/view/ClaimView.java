package warrant.orchestrator.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence of an answer and what it rests on.
 *
 * @param quotations the documents' words, where nothing else is needed
 * @param reasoning the steps of the proof, or empty
 * @param refutation why it does not hold, in words; for a claim that says no
 * @param checked what the independent checker said of the proof: {@code accepted}, {@code rejected: why}, or empty
 *     where there is no proof
 */
public record ClaimView(
        String text, List<QuotationView> quotations, List<StepView> reasoning, String refutation, String checked) {
    public ClaimView {
        quotations = List.copyOf(quotations);
        reasoning = List.copyOf(reasoning);
    }

    /** @return all quotations that it rests on, each once */
    public List<QuotationView> evidence() {
        Set<QuotationView> all = new LinkedHashSet<>(quotations);
        reasoning.forEach(step -> all.addAll(step.quotations()));
        return new ArrayList<>(all);
    }

    /** @return names of the documents that it quotes, or whose clauses its rules cite */
    public Set<String> documents() {
        Set<String> names = new LinkedHashSet<>();
        evidence().forEach(quotation -> names.add(quotation.document()));
        reasoning.forEach(step -> {
            RuleView rule = step.rule();
            if (rule != null) {
                rule.citations().forEach(citation -> names.add(citation.document()));
            }
        });
        return names;
    }

    /** @return ids of the rules in its proof */
    public Set<String> rules() {
        Set<String> ids = new LinkedHashSet<>();
        reasoning.forEach(step -> {
            RuleView rule = step.rule();
            if (rule != null) {
                ids.add(rule.id());
            }
        });
        return ids;
    }
}
