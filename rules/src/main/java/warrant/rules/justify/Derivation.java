package warrant.rules.justify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import warrant.graph.Term;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.match.Evidence;
import warrant.rules.match.Fact;
import warrant.rules.match.Solution;
import warrant.rules.value.Values;

/**
 * One way in which a rule concludes a fact.
 *
 * @param bindings without the variables that only an {@code exists} knows
 * @param premises {@link Evidence.Found} and {@link Evidence.FoundEver} only
 */
record Derivation(
        Rule rule,
        SortedMap<String, Term> bindings,
        Fact conclusion,
        List<Evidence> premises,
        List<Proof.Absence> absences,
        List<Proof.Computation> computations) {

    /** An order that depends on what derivations are, not on when they were found. */
    static final Comparator<Derivation> ORDER = Comparator.comparing(
                    (Derivation each) -> each.rule().id())
            .thenComparing(each -> each.bindings().toString())
            .thenComparing(each -> each.premises().toString());

    /** What makes two derivations of a fact the same: the rule, its bindings by value, and its premises. */
    record Key(String rule, SortedMap<String, Term> bindings, List<Evidence> premises) {}

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
        SortedMap<String, Term> bindings = solution.bindings().map();
        bindings.keySet().removeIf(name -> name.indexOf('~') >= 0);
        return new Derivation(rule, bindings, conclusion, List.copyOf(premises), absences, computations);
    }

    private static void addOnce(List<Evidence> premises, Evidence premise) {
        if (!premises.contains(premise)) {
            premises.add(premise);
        }
    }

    Key key() {
        SortedMap<String, Term> values = new TreeMap<>(bindings);
        values.replaceAll((name, term) -> Values.identity(term));
        List<Evidence> sorted = new ArrayList<>(premises);
        sorted.sort(Comparator.comparing(Derivation::text));
        return new Key(rule.id(), values, sorted);
    }

    private static String text(Evidence premise) {
        return premise instanceof Evidence.Found(Fact fact, var day)
                ? day + " " + fact.identity()
                : String.valueOf(premise);
    }
}
