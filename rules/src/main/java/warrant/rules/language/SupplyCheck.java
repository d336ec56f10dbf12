package warrant.rules.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.rules.Condition;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm.Constant;

/** Warns of rules that can never fire, because neither documents nor rules that can fire supply what they need. */
final class SupplyCheck {
    private static final String ANY_CLASS = "any class";

    private final Ontology ontology;
    private final Set<String> supplied = new HashSet<>();

    private SupplyCheck(Ontology ontology, Declarations declarations) {
        this.ontology = ontology;
        supplied.addAll(ontology.relations().keySet());
        supplied.addAll(ontology.classes().keySet());
        supplied.addAll(declarations.abducible);
        supplied.addAll(Set.of(Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS));
    }

    static void check(Ontology ontology, List<Draft> drafts, Declarations declarations, Problems problems) {
        SupplyCheck check = new SupplyCheck(ontology, declarations);
        int before;
        do {
            before = check.supplied.size();
            drafts.stream().map(Draft::rule).filter(check::canFire).forEach(check::supply);
        } while (check.supplied.size() > before);
        for (Draft draft : drafts) {
            check.missing(draft.rule().body()).ifPresent(missing -> check.warn(draft, missing, problems));
        }
    }

    private void warn(Draft draft, String missing, Problems problems) {
        Names names = draft.names();
        List<String> classes =
                ontology.classes().keySet().stream().map(names::shown).toList();
        problems.warning(
                draft.place(),
                "rule " + draft.rule().id() + " can never fire: nothing supplies " + names.shown(missing),
                Nearest.to(names.shown(missing), classes).orElse(null));
    }

    private boolean canFire(Rule rule) {
        return missing(rule.body()).isEmpty();
    }

    private void supply(Rule rule) {
        for (Rule.Head head : rule.head()) {
            supplied.add(head.relation().equals(Iris.TYPE) ? kind(head.object()) : head.relation());
        }
    }

    private static String kind(HeadTerm object) {
        return object instanceof Constant(Entity(String iri)) ? iri : ANY_CLASS;
    }

    /** @return the first thing that a body needs and nothing supplies */
    private Optional<String> missing(List<Condition> body) {
        return body.stream().flatMap(this::missing).findFirst();
    }

    private Stream<String> missing(Condition condition) {
        return switch (condition) {
            case Condition.Pattern pattern
            when pattern.relation().equals(Iris.TYPE) ->
                pattern.object() instanceof Constant(Entity(String iri)) && !suppliesKind(iri)
                        ? Stream.of(iri)
                        : Stream.empty();
            case Condition.Pattern pattern ->
                supplied.contains(pattern.relation()) ? Stream.empty() : Stream.of(pattern.relation());
            case Condition.Exists(List<Condition> group) -> missing(group).stream();
            case Condition.Or(List<List<Condition>> branches) ->
                branches.stream().anyMatch(branch -> missing(branch).isEmpty())
                        ? Stream.empty()
                        : missing(branches.getFirst()).stream();
            case Condition.Aggregate aggregate ->
                aggregate.fold() == Condition.Fold.COUNT ? Stream.empty() : missing(aggregate.group()).stream();
            case Condition.Not not -> Stream.empty();
            case Condition.Forall forall -> Stream.empty();
            case Condition.Compare compare -> Stream.empty();
            case Condition.Holds holds -> Stream.empty();
        };
    }

    private boolean suppliesKind(String kind) {
        return supplied.contains(kind)
                || supplied.contains(ANY_CLASS)
                || supplied.stream().anyMatch(other -> ontology.isA(other, kind));
    }
}
