package warrant.rules.justify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Iris;
import warrant.rules.Condition;
import warrant.rules.Fresh;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleBase;
import warrant.rules.RuleException;
import warrant.rules.RuleTerm;
import warrant.rules.match.Plan;
import warrant.rules.match.Variables;

/** A rule base ready to be evaluated: clauses in components, components in order. Immutable; safe for many threads. */
public final class Program {
    private final RuleBase rules;
    private final Clashes clashes;
    private final List<Clause> clauses;
    private final List<Component> components;
    private final Map<String, Integer> componentOf = new HashMap<>();
    private final Map<Integer, Plan> plans = new ConcurrentHashMap<>();
    private final Map<Integer, Plan> computed = new ConcurrentHashMap<>();
    private final Set<Integer> columnar;

    /** @throws RuleException when some relation depends on its own absence, aggregation or settlement */
    public Program(RuleBase rules) {
        this.rules = rules;
        this.clashes = new Clashes(rules);
        Layers layers = new Layers(clashes);
        Map<Rule, List<List<Condition>>> branches = new LinkedHashMap<>();
        for (Rule rule : rules.rules()) {
            branches.put(rule, Normal.of(rule));
            layers.add(rule, branches.getOrDefault(rule, List.of()));
        }
        List<Set<String>> order = layers.order();
        for (int i = 0; i < order.size(); i++) {
            for (String key : order.get(i)) {
                componentOf.put(key, i);
            }
        }
        this.clauses = clauses(branches);
        this.components = components(order);
        this.columnar = Columnar.of(this);
    }

    /** @return the components that can be evaluated in columns */
    Set<Integer> columnar() {
        return columnar;
    }

    int componentOf(Clause clause) {
        return component(headKey(clause));
    }

    /** @return the plan of what a clause computes once its patterns are matched */
    Plan computed(Clause clause) {
        return computed.computeIfAbsent(
                clause.id(), id -> planOf(clause, Columnar.computed(clause), Columnar.matched(clause)));
    }

    private List<Clause> clauses(Map<Rule, List<List<Condition>>> branches) {
        List<Clause> made = new ArrayList<>();
        branches.forEach((rule, conjunctions) -> {
            Map<Integer, List<Rule.Head>> heads = new LinkedHashMap<>();
            for (Rule.Head head : rule.head()) {
                heads.computeIfAbsent(component(Reading.key(head.relation(), head.object())), c -> new ArrayList<>())
                        .add(head);
            }
            for (List<Condition> conjunction : conjunctions) {
                Set<String> labels = new HashSet<>(Reading.of(conjunction).labels());
                rule.head().forEach(head -> {
                    labels(head.subject(), labels);
                    labels(head.object(), labels);
                });
                heads.values().forEach(some -> made.add(new Clause(made.size(), rule, conjunction, some, labels)));
            }
        });
        return List.copyOf(made);
    }

    private static void labels(HeadTerm term, Set<String> labels) {
        switch (term) {
            case RuleTerm.Named(String label) -> labels.add(label);
            case RuleTerm.Variable variable -> {}
            case RuleTerm.Constant constant -> {}
            case Fresh(String name, List<RuleTerm> arguments) ->
                arguments.forEach(argument -> labels(argument, labels));
        }
    }

    private List<Component> components(List<Set<String>> order) {
        List<Component> made = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int id = i;
            List<Clause> own = clauses.stream()
                    .filter(clause -> component(headKey(clause)) == id)
                    .toList();
            Set<Integer> plain = new TreeSet<>();
            Set<Integer> strict = new TreeSet<>();
            Set<Integer> otherDays = new TreeSet<>();
            for (Clause clause : own) {
                Reading reading = Reading.of(clause.conditions());
                reading.plain().forEach(key -> plain.addAll(sources(key)));
                reading.strict().forEach(key -> strict.addAll(sources(key)));
                reading.otherDays().forEach(key -> otherDays.addAll(sources(key)));
            }
            boolean clashing = order.get(i).stream().anyMatch(clashes::mayClash);
            made.add(new Component(i, order.get(i), own, clashing, plain, strict, otherDays));
        }
        return List.copyOf(made);
    }

    private static String headKey(Clause clause) {
        Rule.Head head = clause.heads().getFirst();
        return Reading.key(head.relation(), head.object());
    }

    /** @return the components that hold triples of a key: its own, and for types those of unnamed classes */
    private Set<Integer> sources(String key) {
        Set<Integer> ids = new LinkedHashSet<>();
        if (key.equals(Reading.ANY_TYPE)) {
            componentOf.forEach((other, id) -> {
                if (other.startsWith(Iris.TYPE)) {
                    ids.add(id);
                }
            });
        } else if (key.startsWith(Iris.TYPE)) {
            addKnown(ids, Reading.ANY_TYPE);
        }
        addKnown(ids, key);
        return ids;
    }

    private void addKnown(Set<Integer> ids, String key) {
        Integer id = componentOf.get(key);
        if (id != null) {
            ids.add(id);
        }
    }

    private int component(String key) {
        Integer id = componentOf.get(key);
        if (id == null) {
            throw new IllegalStateException("no component of " + key);
        }
        return id;
    }

    /** @return the component of a key; null for a relation that no rule touches */
    public @Nullable Component componentOf(String key) {
        Integer id = componentOf.get(key);
        return id == null ? null : components.get(id);
    }

    /** @return the components whose absence, aggregation or settlement a clause reads */
    Set<Integer> strictSources(Clause clause) {
        Set<Integer> ids = new TreeSet<>();
        Reading.of(clause.conditions()).strict().forEach(key -> ids.addAll(sources(key)));
        return ids;
    }

    /** @return the last component that holds triples of a pattern; -1 for a relation that no rule touches */
    int lastOf(Condition.Pattern pattern) {
        return sources(Reading.key(pattern.relation(), pattern.object())).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
    }

    public RuleBase rules() {
        return rules;
    }

    Clashes clashes() {
        return clashes;
    }

    public List<Clause> clauses() {
        return clauses;
    }

    /** @return the components in an order in which each reads earlier ones and itself only */
    public List<Component> components() {
        return components;
    }

    /** @return the plan of a whole clause, nothing bound before */
    public Plan plan(Clause clause) {
        return plans.computeIfAbsent(clause.id(), id -> planOf(clause, clause.conditions(), Set.of()));
    }

    /** @return a plan of some conditions of a clause when some of its variables are bound */
    public Plan planOf(Clause clause, List<Condition> conditions, Set<String> bound) {
        try {
            return Plan.of(conditions, bound, headVariables(clause));
        } catch (RuleException undecidable) {
            throw new RuleException("rule " + clause.rule().id() + ": " + undecidable.getMessage());
        }
    }

    private static Set<String> headVariables(Clause clause) {
        Set<String> names = new HashSet<>();
        for (Rule.Head head : clause.heads()) {
            names.addAll(variables(head.subject()));
            names.addAll(variables(head.object()));
        }
        return names;
    }

    static Set<String> variables(HeadTerm term) {
        return switch (term) {
            case RuleTerm place -> Variables.of(place);
            case Fresh(String name, List<RuleTerm> arguments) -> {
                Set<String> names = new HashSet<>();
                arguments.forEach(argument -> Variables.of(argument, names));
                yield names;
            }
        };
    }
}
