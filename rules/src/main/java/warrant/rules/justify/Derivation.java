package warrant.rules.justify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import warrant.graph.Term;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.match.Bindings;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Solution;
import warrant.rules.value.Values;

/**
 * One way in which a rule concludes a fact.
 *
 * @param bound what its variables stand for, shared with other derivations as far as it is the same
 * @param premises {@link Evidence.Found} and {@link Evidence.FoundEver} only
 * @param hash equal for derivations that are the same
 */
record Derivation(
        Rule rule,
        Bindings bound,
        Fact conclusion,
        List<Evidence> premises,
        List<Proof.Absence> absences,
        List<Proof.Computation> computations,
        int hash) {

    /** An order that depends on what derivations are, not on when they were found. */
    static final Comparator<Derivation> ORDER = Comparator.comparing(
                    (Derivation each) -> each.rule().id())
            .thenComparing(each -> each.bindings().toString())
            .thenComparing(each -> each.premises().toString());

    /** @return what its variables stand for, without those that only an {@code exists} knows */
    SortedMap<String, Term> bindings() {
        return named(bound);
    }

    private static SortedMap<String, Term> named(Bindings bound) {
        SortedMap<String, Term> bindings = bound.map();
        bindings.keySet().removeIf(name -> name.indexOf('~') >= 0);
        return bindings;
    }

    static Derivation of(Rule rule, Fact conclusion, Solution solution) {
        List<Evidence> premises = new ArrayList<>();
        List<Proof.Absence> absences = new ArrayList<>();
        List<Proof.Computation> computations = new ArrayList<>();
        for (Evidence evidence : solution.trail().list()) {
            switch (evidence) {
                case Evidence.Found found -> addOnce(premises, found);
                case Evidence.FoundEver found -> addOnce(premises, found);
                case Evidence.Absent(Proof.Absence absence) -> absences.add(absence);
                case Evidence.Computed(Proof.Computation computation) -> computations.add(computation);
            }
        }
        return new Derivation(
                rule,
                solution.bindings(),
                conclusion,
                List.copyOf(premises),
                List.copyOf(absences),
                List.copyOf(computations),
                hash(rule, solution.bindings(), premises));
    }

    private static void addOnce(List<Evidence> premises, Evidence premise) {
        if (!premises.contains(premise)) {
            premises.add(premise);
        }
    }

    private static int hash(Rule rule, Bindings bound, List<Evidence> premises) {
        int sum = 0;
        for (Evidence premise : premises) {
            sum += premise.hashCode();
        }
        return 31 * (31 * rule.id().hashCode() + values(bound).hashCode()) + sum;
    }

    private static SortedMap<String, Term> values(Bindings bound) {
        SortedMap<String, Term> values = named(bound);
        values.replaceAll((name, term) -> Values.identity(term));
        return values;
    }

    /** @return whether both are of one rule, its bindings by value, and the same premises in whatever order */
    boolean isSame(Derivation other) {
        return hash == other.hash
                && rule.id().equals(other.rule.id())
                && values(bound).equals(values(other.bound))
                && sorted(premises).equals(sorted(other.premises));
    }

    private static List<Evidence> sorted(List<Evidence> premises) {
        return premises.stream().sorted(Comparator.comparing(Derivation::text)).toList();
    }

    private static String text(Evidence premise) {
        return premise instanceof Evidence.Found(Fact fact, var day)
                ? day + " " + fact.identity()
                : String.valueOf(premise);
    }
}
