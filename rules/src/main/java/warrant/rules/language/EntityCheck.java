package warrant.rules.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import warrant.graph.Iris;
import warrant.graph.Labels;
import warrant.graph.Literal;
import warrant.graph.Statement;
import warrant.graph.Term;
import warrant.rules.Condition.Pattern;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Named;

/** Checks the entities that rules name by label against those that are known. */
public final class EntityCheck {
    private EntityCheck() {}

    /** @return whether any rule names an entity by label, so that a check needs statements */
    public static boolean isNeeded(RuleBase rules) {
        return rules.rules().stream().anyMatch(rule -> !labels(rule).isEmpty());
    }

    /**
     * @param statements what is believed, labels among it
     * @return a warning for each label that nothing bears, an error for each that several entities bear
     */
    public static List<Problem> check(RuleBase rules, Collection<Statement> statements) {
        Map<String, Set<String>> bearers = bearers(rules, statements);
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            for (String label : labels(rule)) {
                Set<String> found = bearers.getOrDefault(Labels.normal(label), Set.of());
                if (found.isEmpty()) {
                    String near = Nearest.to(label, spellings(rules, statements))
                            .map(n -> "@\"" + n + "\"")
                            .orElse(null);
                    problems.add(problem(
                            Problem.Severity.WARNING,
                            rule,
                            "rule " + rule.id() + " cannot fire: nothing is called @\"" + label + "\"",
                            near));
                } else if (found.size() > 1) {
                    problems.add(problem(
                            Problem.Severity.ERROR,
                            rule,
                            "rule " + rule.id() + ": " + found.size() + " entities are called @\"" + label + "\"",
                            "naming it by its IRI: <" + found.iterator().next() + ">"));
                }
            }
        }
        return problems;
    }

    private static Problem problem(
            Problem.Severity severity, Rule rule, String message, @org.jspecify.annotations.Nullable String cure) {
        int colon = rule.source().lastIndexOf(':');
        String line = rule.source().substring(colon + 1);
        return colon > 0 && line.matches("[0-9]{1,9}")
                ? new Problem(severity, rule.source().substring(0, colon), Integer.parseInt(line), 1, message, cure)
                : new Problem(severity, rule.source(), 0, 0, message, cure);
    }

    private static Map<String, Set<String>> bearers(RuleBase rules, Collection<Statement> statements) {
        Map<String, Set<String>> bearers = new HashMap<>();
        rules.labels()
                .forEach(label -> bearers.computeIfAbsent(Labels.normal(label.text()), k -> new TreeSet<>())
                        .add(label.iri()));
        for (Statement statement : statements) {
            if (isLabel(statement) && statement.triple().object() instanceof Literal label) {
                bearers.computeIfAbsent(Labels.normal(label.lexical()), k -> new TreeSet<>())
                        .add(statement.triple().subject().iri());
            }
        }
        return bearers;
    }

    private static Set<String> spellings(RuleBase rules, Collection<Statement> statements) {
        Set<String> spellings = new TreeSet<>();
        rules.labels().forEach(label -> spellings.add(label.text()));
        statements.stream()
                .filter(EntityCheck::isLabel)
                .map(statement -> statement.triple().object())
                .filter(Literal.class::isInstance)
                .forEach(label -> spellings.add(((Literal) label).lexical()));
        return spellings;
    }

    private static boolean isLabel(Statement statement) {
        String relation = statement.triple().relation();
        return relation.equals(Iris.LABEL) || relation.equals(Iris.ALT_LABEL);
    }

    private static Set<String> labels(Rule rule) {
        Set<String> labels = new LinkedHashSet<>();
        for (Pattern pattern : Walk.patterns(rule)) {
            add(pattern.subject(), labels);
            add(pattern.object(), labels);
        }
        for (Rule.Head head : rule.head()) {
            add(head.subject(), labels);
            add(head.object(), labels);
        }
        return labels;
    }

    private static void add(HeadTerm term, Set<String> labels) {
        switch (term) {
            case Named(String label) -> labels.add(label);
            case RuleTerm.Variable variable -> {}
            case RuleTerm.Constant(Term value) -> {}
            case Fresh(String name, List<RuleTerm> arguments) -> arguments.forEach(argument -> add(argument, labels));
        }
    }
}
