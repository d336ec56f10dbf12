package warrant.orchestrator.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import warrant.graph.Document;
import warrant.graph.Origin;
import warrant.graph.Statement;
import warrant.graph.Support;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.Wording;

/** Numbers the steps of a proof, premises before what rests on them. */
public final class ProofSteps {
    private final Function<Triple, String> sentence;
    private final Wording wording;
    private final Function<Rule, String> ruleText;
    private final Map<String, Document> documents;
    private final Map<Proof, Integer> numbers = new HashMap<>();
    private final List<StepView> steps = new ArrayList<>();

    /**
     * @param sentence says a triple in words
     * @param ruleText says a rule in its language
     * @param documents by id
     */
    public ProofSteps(
            Function<Triple, String> sentence,
            Wording wording,
            Function<Rule, String> ruleText,
            Map<String, Document> documents) {
        this.sentence = sentence;
        this.wording = wording;
        this.ruleText = ruleText;
        this.documents = documents;
    }

    /** Adds a proof's steps to those added before; equal parts are shared. */
    public ProofSteps add(Proof proof) {
        number(proof);
        return this;
    }

    public List<StepView> steps() {
        return List.copyOf(steps);
    }

    private int number(Proof proof) {
        Integer known = numbers.get(proof);
        if (known != null) {
            return known;
        }
        StepView step = switch (proof) {
            case Proof.Leaf leaf -> leaf(leaf);
            case Proof.Step derived -> step(derived);
        };
        numbers.put(proof, step.number());
        steps.add(step);
        return step.number();
    }

    private StepView leaf(Proof.Leaf leaf) {
        Set<QuotationView> quotations = new LinkedHashSet<>();
        Set<String> assertions = new LinkedHashSet<>();
        for (Statement statement : leaf.statements()) {
            for (Support support : statement.supports()) {
                switch (support.origin()) {
                    case Origin.Extracted extracted ->
                        extracted
                                .evidence()
                                .forEach(quotation -> quotations.add(QuotationView.of(
                                        quotation,
                                        documents.get(quotation.span().document()))));
                    case Origin.Asserted(String author, String reason) ->
                        assertions.add("stated by " + author + ": " + reason);
                    case Origin.Derived derived -> assertions.add("concluded before by rule " + derived.rule());
                }
            }
        }
        return new StepView(
                steps.size() + 1,
                sentence.apply(leaf.conclusion()),
                null,
                leaf.asOf() == null ? null : leaf.asOf().toString(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(quotations),
                List.copyOf(assertions));
    }

    private StepView step(Proof.Step step) {
        List<Integer> because =
                step.premises().stream().map(this::number).distinct().toList();
        return new StepView(
                steps.size() + 1,
                sentence.apply(step.conclusion()),
                RuleView.of(step.rule(), ruleText.apply(step.rule())),
                step.asOf().toString(),
                wording.said(step),
                because,
                step.computations().stream().map(this::computation).toList(),
                step.absences().stream().map(this::absence).toList(),
                step.rivals().stream().map(this::rival).toList(),
                List.of(),
                List.of());
    }

    private String computation(Proof.Computation computed) {
        String values = computed.values().stream().map(wording::of).collect(Collectors.joining(" and "));
        Map<String, Term> shown = new HashMap<>(computed.bindings());
        if (computed.condition() instanceof Condition.Aggregate aggregate) {
            shown.remove(aggregate.result().name());
            return wording.of(computed.condition(), shown) + " = " + values + ", over "
                    + computed.extension().size() + " statements";
        }
        return wording.of(computed.condition(), shown) + "  [" + values + "]";
    }

    private String absence(Proof.Absence absence) {
        String what = absence.condition() instanceof Condition.Not(List<Condition> group)
                ? group.stream()
                        .map(each -> wording.of(each, absence.bindings()))
                        .collect(Collectors.joining(" and "))
                : "an exception to " + wording.of(absence.condition(), absence.bindings());
        return "no record of " + what + ", among " + (absence.complete() ? "" : "more than ")
                + absence.extension().size() + " related statements";
    }

    private String rival(Proof.Rival rival) {
        Rule rule = rival.rule();
        return sentence.apply(rival.conclusion()) + " (" + (rule == null ? "stated" : "rule " + rule.id()) + "): "
                + rival.preference().words();
    }
}
