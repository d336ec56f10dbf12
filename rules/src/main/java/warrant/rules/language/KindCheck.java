package warrant.rules.language;

import static warrant.rules.language.ValueKind.common;
import static warrant.rules.language.ValueKind.words;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.rules.Condition;
import warrant.rules.Condition.When;
import warrant.rules.Expr;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;
import warrant.rules.RuleTerm.Variable;
import warrant.rules.value.Comparison;
import warrant.rules.value.Function;
import warrant.rules.value.Operator;

/**
 * Warns where kinds of values cannot meet: dates compared with numbers, amounts added to days, one variable for a date
 * and an amount. What the ontology says of a relation's objects counts; of relations that only rules conclude, what the
 * rules can put there.
 */
final class KindCheck {
    private final Map<String, Set<ValueKind>> objects = new HashMap<>();
    private final Set<String> given;
    private final Problems problems;

    private KindCheck(Ontology ontology, Declarations declarations, Problems problems) {
        this.problems = problems;
        ontology.relations().values().forEach(relation -> objects.put(relation.iri(), ofRange(relation)));
        declarations.abducible.forEach(relation -> objects.putIfAbsent(relation, ValueKind.ANY));
        objects.put(Iris.TYPE, Set.of(ValueKind.ENTITY));
        objects.put(Iris.SAME_AS, Set.of(ValueKind.ENTITY));
        objects.put(Iris.LABEL, Set.of(ValueKind.TEXT));
        objects.put(Iris.ALT_LABEL, Set.of(ValueKind.TEXT));
        this.given = Set.copyOf(objects.keySet());
    }

    static void check(Ontology ontology, List<Draft> drafts, Declarations declarations, Problems problems) {
        KindCheck check = new KindCheck(ontology, declarations, problems);
        int before;
        do {
            before = check.known();
            drafts.forEach(draft -> check.new Reading(draft, false).conclude());
        } while (check.known() > before);
        drafts.forEach(draft -> check.new Reading(draft, true).conclude());
    }

    private int known() {
        return objects.values().stream().mapToInt(Set::size).sum();
    }

    private static Set<ValueKind> ofRange(Ontology.Relation relation) {
        if (relation.object()) {
            return Set.of(ValueKind.ENTITY);
        }
        Set<ValueKind> kinds = EnumSet.noneOf(ValueKind.class);
        relation.range().forEach(datatype -> kinds.addAll(ValueKind.ofDatatype(datatype)));
        return kinds.isEmpty() ? ValueKind.literals() : kinds;
    }

    private Set<ValueKind> ofObjects(String relation) {
        return objects.getOrDefault(relation, Set.of());
    }

    /** One rule. A variable of which nothing is known may be anything; one that is nothing was told of already. */
    private final class Reading {
        private final Draft draft;
        private final boolean tells;
        private Map<String, Set<ValueKind>> kinds = new TreeMap<>();

        Reading(Draft draft, boolean tells) {
            this.draft = draft;
            this.tells = tells;
            kinds.put(Variable.TODAY.name(), Set.of(ValueKind.DATE));
        }

        void conclude() {
            Rule rule = draft.rule();
            group(rule.body());
            rule.unless().forEach(this::apart);
            if (rule.forceDay() != null) {
                meet(rule.forceDay(), Set.of(ValueKind.DATE), "a date by ‘for’");
            }
            rule.head().forEach(this::conclude);
        }

        private void conclude(Rule.Head head) {
            Set<ValueKind> subject = of(head.subject());
            if (common(subject, Set.of(ValueKind.ENTITY)).isEmpty() && !subject.isEmpty()) {
                tell(head, "only entities have statements, and this subject is " + words(subject), null);
            }
            Set<ValueKind> object = of(head.object());
            if (!given.contains(head.relation())) {
                objects.computeIfAbsent(head.relation(), r -> EnumSet.noneOf(ValueKind.class))
                        .addAll(object);
            } else if (head.object() instanceof Variable && clash(ofObjects(head.relation()), object)) {
                tell(
                        head,
                        "this contradicts the ontology: what " + shown(head.relation()) + " leads to is "
                                + words(ofObjects(head.relation())) + ", not " + words(object),
                        null);
            }
        }

        private Set<ValueKind> of(HeadTerm term) {
            return switch (term) {
                case RuleTerm plain -> value(plain);
                case Fresh fresh -> Set.of(ValueKind.ENTITY);
            };
        }

        private String shown(String relation) {
            return draft.names().shown(relation);
        }

        /** Triples first, then assignments in whatever order they stand, then what only tests. */
        private void group(List<Condition> conditions) {
            conditions.forEach(this::bind);
            for (int i = 0; i < conditions.size(); i++) {
                conditions.forEach(this::assign);
            }
            conditions.forEach(this::test);
        }

        /** A group whose variables belong to it alone, unless they occur outside. */
        private Map<String, Set<ValueKind>> apart(List<Condition> conditions) {
            Map<String, Set<ValueKind>> outside = kinds;
            kinds = new TreeMap<>(outside);
            group(conditions);
            Map<String, Set<ValueKind>> inside = kinds;
            kinds = outside;
            return inside;
        }

        private void bind(Condition condition) {
            switch (condition) {
                case Condition.Pattern pattern -> pattern(pattern);
                case Condition.Exists(List<Condition> group) -> group.forEach(this::bind);
                case Condition.Or(List<List<Condition>> branches) -> alternatives(branches);
                case Condition.Aggregate aggregate -> aggregate(aggregate);
                case Condition.Not not -> {}
                case Condition.Forall forall -> {}
                case Condition.Compare compare -> {}
                case Condition.Holds holds -> {}
            }
        }

        private void pattern(Condition.Pattern pattern) {
            String relation = shown(pattern.relation());
            meet(pattern.subject(), Set.of(ValueKind.ENTITY), "the subject of " + relation);
            if (pattern.object() instanceof Variable) {
                meet(pattern.object(), ofObjects(pattern.relation()), "the object of " + relation);
            }
            if (pattern.when() instanceof When.At(RuleTerm day)) {
                meet(day, Set.of(ValueKind.DATE), "a day by ‘at’");
            }
        }

        private void alternatives(List<List<Condition>> branches) {
            Map<String, Set<ValueKind>> either = new TreeMap<>();
            Set<String> everywhere = Walk.names(branches.getFirst());
            for (List<Condition> branch : branches) {
                everywhere.retainAll(Walk.names(branch));
                apart(branch).forEach((name, some) -> either.merge(name, some, Reading::either));
            }
            either.keySet().retainAll(everywhere);
            either.forEach((name, some) -> kinds.merge(name, some, ValueKind::common));
        }

        private static Set<ValueKind> either(Set<ValueKind> one, Set<ValueKind> other) {
            Set<ValueKind> all = EnumSet.noneOf(ValueKind.class);
            all.addAll(one);
            all.addAll(other);
            return all;
        }

        private void aggregate(Condition.Aggregate aggregate) {
            Set<ValueKind> over =
                    apart(aggregate.group()).getOrDefault(aggregate.over().name(), ValueKind.ANY);
            Set<ValueKind> can = switch (aggregate.fold()) {
                case COUNT -> ValueKind.ANY;
                case SUM -> ValueKind.ADDED;
                case MIN, MAX -> ValueKind.ORDERED;
                case AVG -> ValueKind.DIVIDED;
            };
            if (clash(can, over)) {
                tell(aggregate, "‘" + aggregate.fold().word() + "’ has no value for " + words(over), null);
            }
            boolean counts = aggregate.fold() == Condition.Fold.COUNT;
            kinds.merge(
                    aggregate.result().name(),
                    counts ? Set.of(ValueKind.NUMBER) : common(can, over),
                    ValueKind::common);
        }

        private void assign(Condition condition) {
            switch (condition) {
                case Condition.Compare(Variable left, Comparison comparison, Expr right)
                when comparison == Comparison.EQUAL && !kinds.containsKey(left.name()) -> {
                    if (kinds.keySet().containsAll(Walk.names(right))) {
                        kinds.put(left.name(), computed(right, null));
                    }
                }
                case Condition.Exists(List<Condition> group) -> group.forEach(this::assign);
                case Condition.Compare compare -> {}
                case Condition.Pattern pattern -> {}
                case Condition.Or or -> {}
                case Condition.Aggregate aggregate -> {}
                case Condition.Not not -> {}
                case Condition.Forall forall -> {}
                case Condition.Holds holds -> {}
            }
        }

        private void test(Condition condition) {
            switch (condition) {
                case Condition.Compare compare -> compare(compare);
                case Condition.Holds(Expr.Call call) -> computed(call, condition);
                case Condition.Exists(List<Condition> group) -> group.forEach(this::test);
                case Condition.Not(List<Condition> group) -> apart(group);
                case Condition.Forall(List<Condition> range, List<Condition> then) -> {
                    Map<String, Set<ValueKind>> outside = kinds;
                    kinds = apart(range);
                    apart(then);
                    kinds = outside;
                }
                case Condition.Pattern pattern -> {}
                case Condition.Or or -> {}
                case Condition.Aggregate aggregate -> {}
            }
        }

        private void compare(Condition.Compare compare) {
            Set<ValueKind> left = computed(compare.left(), compare);
            Set<ValueKind> right = computed(compare.right(), compare);
            if (left.isEmpty() || right.isEmpty()) {
                return;
            }
            Set<ValueKind> both = common(left, right);
            switch (compare.comparison()) {
                case EQUAL -> unless(!both.isEmpty(), compare, left, right, "are never equal");
                case UNEQUAL -> unless(!both.isEmpty(), compare, left, right, "always differ");
                case LESS, AT_MOST, GREATER, AT_LEAST ->
                    unless(
                            !common(both, ValueKind.ORDERED).isEmpty(),
                            compare,
                            left,
                            right,
                            "cannot be put in order, so that this never holds");
            }
        }

        private void unless(
                boolean can, Condition.Compare compare, Set<ValueKind> left, Set<ValueKind> right, String what) {
            if (!can) {
                String cure = Cures.compared(compare, left, right);
                tell(compare, words(left) + " and " + words(right) + " " + what, cure);
            }
        }

        /** @param place what to tell about where something cannot be computed; null: nothing is told */
        private Set<ValueKind> computed(Expr expr, @Nullable Object place) {
            return switch (expr) {
                case RuleTerm term -> value(term);
                case Expr.Minus(Expr operand) -> computed(operand, place);
                case Expr.Arithmetic(Operator operator, Expr left, Expr right) -> {
                    Set<ValueKind> a = computed(left, place);
                    Set<ValueKind> b = computed(right, place);
                    Set<ValueKind> result = ValueKind.result(operator, a, b);
                    if (result.isEmpty() && !a.isEmpty() && !b.isEmpty() && place != null) {
                        tell(
                                place,
                                words(a) + " " + operator.symbol() + " " + words(b) + " has no value",
                                Cures.computed(operator, a, b));
                    }
                    yield result;
                }
                case Expr.Call call -> call(call, place);
            };
        }

        private Set<ValueKind> call(Expr.Call call, @Nullable Object place) {
            Function function = call.function();
            for (int i = 0; i < call.arguments().size(); i++) {
                Set<ValueKind> argument = computed(call.arguments().get(i), place);
                Set<ValueKind> can = ValueKind.parameter(function, i);
                if (place != null && clash(can, argument)) {
                    tell(
                            call,
                            function.spelling() + "(…) needs " + words(can) + " here, and this is " + words(argument),
                            null);
                }
            }
            Set<ValueKind> first = computed(call.arguments().getFirst(), null);
            if (function != Function.MIN && function != Function.MAX) {
                return ValueKind.result(function, first);
            }
            Set<ValueKind> all = ValueKind.result(function, first);
            for (Expr argument : call.arguments()) {
                Set<ValueKind> some = computed(argument, null);
                if (place != null && clash(all, some)) {
                    tell(
                            call,
                            function.spelling() + "(…) compares values of one kind, and these are " + words(all)
                                    + " and " + words(some),
                            null);
                }
                all = common(all, some);
            }
            return all;
        }

        private Set<ValueKind> value(RuleTerm term) {
            return switch (term) {
                case Variable variable -> kinds.getOrDefault(variable.name(), ValueKind.ANY);
                case Constant constant -> ValueKind.of(constant.term());
                case RuleTerm.Named named -> Set.of(ValueKind.ENTITY);
            };
        }

        /** Takes in what a place asks of a term. Where nothing could be both, it says so. */
        private void meet(RuleTerm term, Set<ValueKind> asked, String role) {
            if (!(term instanceof Variable variable)) {
                return;
            }
            Set<ValueKind> before = kinds.getOrDefault(variable.name(), ValueKind.ANY);
            if (clash(before, asked)) {
                tell(
                        variable,
                        "?" + variable.name() + " is " + words(before) + " elsewhere in the rule, and " + role + " is "
                                + words(asked) + ": nothing is both",
                        null);
            }
            kinds.put(variable.name(), common(before, asked));
        }

        /** What rules have not concluded yet clashes with nothing. */
        private static boolean clash(Set<ValueKind> one, Set<ValueKind> other) {
            return !one.isEmpty() && !other.isEmpty() && common(one, other).isEmpty();
        }

        private void tell(Object part, String message, @Nullable String cure) {
            if (tells) {
                problems.warning(draft.marks().of(part), message, cure);
            }
        }
    }
}
