package warrant.rules.justify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Deduction.Preference;
import warrant.rules.Rule;
import warrant.rules.RuleBase;

/** Which conclusions clash, and which of two is preferred. */
final class Clashes {
    private static final Literal FALSE = Literal.bool(false);

    private final RuleBase rules;
    private final Map<String, Set<String>> contrary = new TreeMap<>();
    private final Set<String> presumed = new HashSet<>();
    private final Map<List<String>, Boolean> special = new ConcurrentHashMap<>();

    Clashes(RuleBase rules) {
        this.rules = rules;
        for (RuleBase.Contrary pair : rules.contrary()) {
            contrary.computeIfAbsent(pair.one(), k -> new TreeSet<>()).add(pair.other());
            contrary.computeIfAbsent(pair.other(), k -> new TreeSet<>()).add(pair.one());
        }
        rules.rules().stream()
                .filter(rule -> rule.kind() == Rule.Kind.PRESUME)
                .flatMap(rule -> rule.head().stream())
                .map(Rule.Head::relation)
                .filter(relation -> !relation.equals(Iris.TYPE))
                .forEach(presumed::add);
    }

    /** @param key see {@link Reading} */
    boolean mayClash(String key) {
        return rules.functional().contains(key) || contrary.containsKey(key) || presumed.contains(key);
    }

    /** @return relations that are settled together */
    List<Set<String>> together() {
        List<Set<String>> groups = new ArrayList<>();
        rules.functional().stream().sorted().forEach(relation -> groups.add(Set.of(relation)));
        presumed.stream().sorted().forEach(relation -> groups.add(Set.of(relation)));
        contrary.forEach((relation, others) -> {
            Set<String> group = new TreeSet<>(others);
            group.add(relation);
            groups.add(group);
        });
        return groups;
    }

    /** @return whether the two cannot both be concluded; both are about the same subject */
    boolean clash(Argument one, Argument other) {
        Triple a = one.fact().identity();
        Triple b = other.fact().identity();
        if (!a.relation().equals(b.relation())) {
            return contrary.getOrDefault(a.relation(), Set.of()).contains(b.relation())
                    && opposed(a.object(), b.object());
        }
        if (a.object().equals(b.object())) {
            return false;
        }
        return rules.functional().contains(a.relation()) || presumptionMeetsValue(one, other);
    }

    private static boolean opposed(Term one, Term other) {
        if (one instanceof Entity && other instanceof Entity) {
            return one.equals(other);
        }
        return !isFalse(one) && !isFalse(other);
    }

    private static boolean isFalse(Term term) {
        return term.equals(FALSE);
    }

    /** A presumption yields to another value even where the relation may have several. */
    private static boolean presumptionMeetsValue(Argument one, Argument other) {
        return one.isPresumed() != other.isPresumed()
                && isValue(one.fact().identity())
                && isValue(other.fact().identity());
    }

    private static boolean isValue(Triple triple) {
        return triple.object() instanceof Literal;
    }

    /** @return why the first of two clashing conclusions is preferred; null if it is not */
    @Nullable Preference preferred(Argument one, Argument other) {
        if (one.isPresumed() != other.isPresumed()) {
            return one.isPresumed() ? null : one.rule() == null ? Preference.STATED : Preference.RULE;
        }
        Rule first = one.rule();
        Rule second = other.rule();
        return first == null || second == null ? null : preferred(first, second);
    }

    private @Nullable Preference preferred(Rule one, Rule other) {
        boolean overrides = one.overrides().contains(other.id());
        boolean overridden = other.overrides().contains(one.id());
        if (overrides != overridden) {
            return overrides ? Preference.OVERRIDES : null;
        }
        int rank = Integer.compare(rank(other), rank(one));
        if (rank != 0) {
            return rank > 0 ? Preference.RANK : null;
        }
        if (one.enacted() != null && other.enacted() != null && !one.enacted().equals(other.enacted())) {
            return one.enacted().isAfter(other.enacted()) ? Preference.ENACTED : null;
        }
        return isMoreSpecial(one, other) && !isMoreSpecial(other, one) ? Preference.SPECIAL : null;
    }

    private int rank(Rule rule) {
        int place = rule.rank() == null ? -1 : rules.ranks().indexOf(rule.rank());
        return place < 0 ? rules.ranks().size() : place;
    }

    private boolean isMoreSpecial(Rule one, Rule other) {
        return special.computeIfAbsent(List.of(one.id(), other.id()), ids -> Specialness.of(one, other));
    }
}
