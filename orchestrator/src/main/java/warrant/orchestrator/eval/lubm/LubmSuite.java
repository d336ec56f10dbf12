package warrant.orchestrator.eval.lubm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Iris;
import warrant.graph.Triple;
import warrant.orchestrator.eval.reasoning.Checks;
import warrant.orchestrator.eval.reasoning.Given;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;
import warrant.rules.Deduction;
import warrant.rules.Limits;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.owl.OwlRules;
import warrant.rules.value.Calendars;

/**
 * Answer counts of LUBM's queries (Guo, Pan, Heflin, 2005). A query is right if it has the answers that Jena's OWL
 * Micro reasoner gives over the same files; neither knows of the other.
 */
public final class LubmSuite implements Suite {
    private static final LocalDate DAY = LocalDate.of(2005, 1, 1);
    private static final int PROOFS = 10;

    @Override
    public String name() {
        return "lubm";
    }

    @Override
    public String purpose() {
        return "fourteen queries over universities, with OWL 2 RL rules of their ontology (LUBM)";
    }

    @Override
    public Report run(Request request) {
        List<LubmQuery> all = LubmQuery.read(request.data());
        List<LubmQuery> queries = Sample.of(all, LubmQuery::name, request.limit(), request.seed());
        LubmData data = LubmData.read(request.data());
        request.progress().accept("  " + data.facts().size() + " triples read");
        List<Rule> rules = new ArrayList<>(OwlRules.of(data.axioms()));
        int axioms = rules.size();
        queries.forEach(query -> rules.add(query.rule(data.namespace())));
        RuleBase base =
                new RuleBase(rules, Set.of(), Set.of(), Set.of(), List.of(), Calendars.NONE, Set.of(), Map.of());
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("triples", (double) data.facts().size());
        measures.put("rules of the ontology", (double) axioms);
        try (Session session =
                new ForwardEngine().open(base, Given.of("the data", data.facts()), DAY, Limits.GENEROUS)) {
            long opened = System.nanoTime();
            Deduction deduction = session.deduction();
            measures.put("triples concluded, answers among them", (double)
                    deduction.derived().size());
            measures.put("seconds of deduction", (System.nanoTime() - opened) / 1e9);
            Reference reference = Reference.over(data);
            Checks checks = new Checks(base);
            List<Item> items = new ArrayList<>();
            for (LubmQuery query : queries) {
                items.add(item(query, deduction, reference, checks, measures));
            }
            measures.put("proofs checked", (double) checks.checked());
            measures.put(
                    "proofs accepted",
                    (double) checks.checked() - checks.rejected().size());
            List<String> notes = new ArrayList<>(deduction.completeness().cut());
            notes.addAll(checks.rejected());
            return new Report(name(), all.size(), request.seed(), items, measures, notes);
        }
    }

    private static Item item(
            LubmQuery query, Deduction deduction, Reference reference, Checks checks, Map<String, Double> measures) {
        List<Triple> answers = deduction.matching(null, Iris.TYPE, query.kind());
        answers.stream().limit(PROOFS).forEach(answer -> checks.accepts(deduction, answer));
        int wanted = reference.answers(query);
        measures.put(query.name() + " answers", (double) answers.size());
        boolean complete = deduction.completeness().cut().isEmpty();
        Item.Outcome outcome =
                !complete ? Item.Outcome.ABSTAINED : answers.size() == wanted ? Item.Outcome.RIGHT : Item.Outcome.WRONG;
        String remark = outcome == Item.Outcome.RIGHT ? "" : answers.size() + " answers, the reference has " + wanted;
        return new Item(query.name(), "queries", outcome, remark);
    }
}
