package warrant.rules.language;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.rules.Condition.Pattern;
import warrant.rules.Condition.When;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;
import warrant.rules.RuleTerm.Constant;

/** Checks that every relation is known, and that {@code ever} reads stored statements only. */
final class RelationCheck {
    private static final Set<String> BUILT_IN = Set.of(Iris.TYPE, Iris.LABEL, Iris.ALT_LABEL, Iris.SAME_AS);

    private final Ontology ontology;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>(BUILT_IN);
    private final Set<String> derived = new HashSet<>();
    private final Set<String> reported = new HashSet<>(Set.of(Names.UNKNOWN));

    RelationCheck(Ontology ontology, List<Draft> drafts, Declarations declarations, Problems problems) {
        this.ontology = ontology;
        this.problems = problems;
        drafts.forEach(draft -> draft.rule().head().forEach(head -> derived.add(head.relation())));
        known.addAll(ontology.relations().keySet());
        known.addAll(derived);
        known.addAll(declarations.abducible);
        reported.addAll(declarations.forgiven);
    }

    void check(List<Draft> drafts, Declarations declarations) {
        for (Draft draft : drafts) {
            Walk.patterns(draft.rule()).forEach(pattern -> check(pattern, draft));
            draft.rule().head().forEach(head -> checkHead(head, draft));
        }
        declarations.mentions.forEach(mention -> known(mention.relation(), mention.place(), mention.names()));
    }

    private void check(Pattern pattern, Draft draft) {
        Place place = draft.marks().of(pattern.subject());
        if (!known(pattern.relation(), place, draft.names())) {
            return;
        }
        boolean settled = !pattern.relation().equals(Iris.TYPE) && derived.contains(pattern.relation());
        if (pattern.when() instanceof When.Ever && settled) {
            problems.error(
                    place,
                    "‘ever’ reads the validity of stored statements, but rules conclude "
                            + draft.names().shown(pattern.relation()),
                    "‘at ?day’");
        }
        range(pattern.relation(), pattern.object(), place, draft, "never matches");
    }

    private void checkHead(Rule.Head head, Draft draft) {
        if (head.object() instanceof RuleTerm term) {
            range(head.relation(), term, draft.marks().of(head), draft, "contradicts the ontology");
        }
    }

    private boolean known(String relation, Place place, Names names) {
        if (known.contains(relation)) {
            return true;
        }
        if (reported.add(relation)) {
            String message = ontology.classes().containsKey(relation)
                    ? names.shown(relation) + " is a class, not a relation"
                    : "unknown relation " + names.shown(relation)
                            + ": neither in the ontology, nor concluded by a rule, nor abducible";
            String cure = ontology.classes().containsKey(relation)
                    ? "‘a " + names.shown(relation) + "’"
                    : nearest(relation, names).orElse(null);
            problems.error(place, message, cure);
        }
        return false;
    }

    /** By name first, then by what the ontology calls a relation in words. */
    private Optional<String> nearest(String relation, Names names) {
        Map<String, String> candidates = new TreeMap<>();
        ontology.relations()
                .values()
                .forEach(r -> r.labels()
                        .forEach(label -> candidates.put(":" + label.replaceAll("[^\\p{L}0-9]", ""), r.iri())));
        known.stream().filter(iri -> !BUILT_IN.contains(iri)).forEach(iri -> candidates.put(names.shown(iri), iri));
        String written = names.shown(relation);
        return Nearest.to(written, candidates.keySet())
                .map(found -> names.shown(candidates.getOrDefault(found, found)));
    }

    private void range(String relation, RuleTerm object, Place place, Draft draft, String consequence) {
        Ontology.Relation about = ontology.relations().get(relation);
        if (about == null || !(object instanceof Constant(var term))) {
            return;
        }
        boolean entity = term instanceof Entity;
        boolean fits = entity == about.object() && Ranges.fits(about, term);
        if (!fits) {
            problems.warning(
                    place,
                    "this " + consequence + ": the objects of " + draft.names().shown(relation) + " are "
                            + Ranges.words(about),
                    null);
        }
    }
}
