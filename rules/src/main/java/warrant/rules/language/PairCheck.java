package warrant.rules.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import warrant.graph.Entity;
import warrant.graph.Ontology;
import warrant.graph.Term;
import warrant.rules.Condition;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleTerm;
import warrant.rules.justify.Specialness;
import warrant.rules.value.Calculator;

/**
 * Warns of two rules of which one says nothing of its own, for the other says the same or concludes it already under
 * fewer conditions; and of two that conclude what cannot both hold whenever either fires, with nothing to settle it.
 */
final class PairCheck {
    /** Stands for the relation of a head where only the subject must agree. */
    private static final String SUBJECT = "urn:warrant:check:subject";

    private static final RuleTerm NOTHING = new RuleTerm.Constant(new Entity(SUBJECT));
    private static final int MOST_RULES = 2_000;

    private final Set<String> functional = new HashSet<>();
    private final Set<RuleBase.Contrary> contrary;
    private final Problems problems;

    PairCheck(Ontology ontology, Declarations declarations, Problems problems) {
        functional.addAll(declarations.functional);
        ontology.relations().values().stream()
                .filter(Ontology.Relation::functional)
                .forEach(relation -> functional.add(relation.iri()));
        this.contrary = Set.copyOf(declarations.contrary);
        this.problems = problems;
    }

    void check(List<Draft> drafts) {
        if (drafts.size() > MOST_RULES) {
            return;
        }
        Map<String, List<Draft>> byRelation = new HashMap<>();
        for (Draft draft : drafts) {
            for (Rule.Head head : draft.rule().head()) {
                byRelation
                        .computeIfAbsent(head.relation(), r -> new ArrayList<>())
                        .add(draft);
            }
        }
        Set<Set<String>> seen = new HashSet<>();
        byRelation.values().forEach(some -> pairs(some, some, seen));
        contrary.forEach(pair -> pairs(
                byRelation.getOrDefault(pair.one(), List.of()),
                byRelation.getOrDefault(pair.other(), List.of()),
                seen));
    }

    private void pairs(List<Draft> some, List<Draft> others, Set<Set<String>> seen) {
        for (Draft one : some) {
            for (Draft other : others) {
                String a = one.rule().id();
                String b = other.rule().id();
                if (!a.equals(b) && seen.add(Set.of(a, b))) {
                    pair(one, other);
                }
            }
        }
    }

    private void pair(Draft first, Draft second) {
        Rule one = first.rule();
        Rule other = second.rule();
        if (says(one, other) && says(other, one)) {
            problems.warning(second.place(), "rule " + other.id() + " says the same as rule " + one.id(), null);
        } else if (says(one, other)) {
            subsumed(first, other);
        } else if (says(other, one)) {
            subsumed(second, one);
        } else if (contradicts(one, other)) {
            problems.warning(
                    second.place(),
                    "rules " + one.id() + " and " + other.id()
                            + " fire together and conclude what cannot both hold, and nothing settles which holds",
                    "overrides " + one.id());
        }
    }

    private void subsumed(Draft special, Rule general) {
        problems.warning(
                special.place(),
                "rule " + special.rule().id() + " adds nothing: rule " + general.id()
                        + " concludes the same under fewer conditions",
                null);
    }

    /** @return whether whatever one rule concludes, the other concludes, and neither counts for more in a clash */
    private static boolean says(Rule special, Rule general) {
        boolean alike = special.kind() == general.kind()
                && Objects.equals(special.rank(), general.rank())
                && Objects.equals(special.enacted(), general.enacted())
                && general.overrides().containsAll(special.overrides())
                && special.force().equals(general.force())
                && Objects.equals(special.forceDay(), general.forceDay());
        return alike
                && Specialness.covers(all(special, special.head()), all(general, general.head()))
                && special.head().size() == general.head().size()
                && hasPlainHeads(special)
                && hasPlainHeads(general);
    }

    private static boolean hasPlainHeads(Rule rule) {
        return rule.head().stream()
                .allMatch(head -> head.subject() instanceof RuleTerm && head.object() instanceof RuleTerm);
    }

    private static List<Condition> all(Rule rule, List<Rule.Head> heads) {
        List<Condition> all = new ArrayList<>(rule.body());
        rule.unless().forEach(exception -> all.add(new Condition.Not(exception)));
        heads.forEach(head -> all.add(
                new Condition.Pattern(plain(head.subject()), SUBJECT + " " + head.relation(), plain(head.object()))));
        return all;
    }

    private static RuleTerm plain(HeadTerm term) {
        return term instanceof RuleTerm place ? place : NOTHING;
    }

    private boolean contradicts(Rule one, Rule other) {
        boolean settled = one.kind() != other.kind()
                || !Objects.equals(one.rank(), other.rank())
                || !Objects.equals(one.enacted(), other.enacted())
                || one.overrides().contains(other.id())
                || other.overrides().contains(one.id())
                || !one.force().equals(other.force())
                || !Objects.equals(one.forceDay(), other.forceDay());
        return !settled
                && one.head().stream()
                        .anyMatch(a -> other.head().stream()
                                .anyMatch(b -> clash(a, b)
                                        && Specialness.covers(about(one, a), about(other, b))
                                        && Specialness.covers(about(other, b), about(one, a))));
    }

    private boolean clash(Rule.Head one, Rule.Head other) {
        if (one.relation().equals(other.relation())) {
            return functional.contains(one.relation())
                    && one.object() instanceof RuleTerm.Constant(Term a)
                    && other.object() instanceof RuleTerm.Constant(Term b)
                    && !Calculator.same(a, b);
        }
        return contrary.contains(new RuleBase.Contrary(one.relation(), other.relation()))
                && one.object().equals(other.object());
    }

    private static List<Condition> about(Rule rule, Rule.Head head) {
        List<Condition> all = all(rule, List.of());
        all.add(new Condition.Pattern(plain(head.subject()), SUBJECT, NOTHING));
        return all;
    }
}
