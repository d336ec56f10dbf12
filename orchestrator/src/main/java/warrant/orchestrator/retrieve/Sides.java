package warrant.orchestrator.retrieve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Condition;
import warrant.rules.HeadTerm;
import warrant.rules.Rule;
import warrant.rules.RuleTerm;

/**
 * What may stand on the sides of a relation: by the ontology's domain and range, or, for a relation that only rules
 * know, by what their bodies say of the variables in their heads.
 */
final class Sides {
    private static final Pattern SOMEBODY = Pattern.compile(
            "\\b(person|people|human|individual|company|compan(y|ies)|organi[sz]ation|party|parties|body|firm|authority|bank|who"
                    + "|Person|Firma|Gesellschaft|Unternehmen|Partei|Mensch)\\b|人|公司|方");

    /** How far rules are followed to the relations that the ontology knows. */
    private static final int DEPTH = 4;

    private final Knowledge knowledge;

    Sides(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Tells whether something could be said of the subject. An unknown class or relation admits everything. */
    boolean admits(String relation, Entity subject) {
        String type = knowledge.names().typeOf(subject);
        Set<String> classes = subjects(relation, DEPTH);
        return classes.isEmpty()
                || type.isEmpty()
                || classes.stream()
                        .anyMatch(c -> knowledge.ontology().isA(type, c)
                                || knowledge.ontology().isA(c, type));
    }

    /** Tells whether the object could stand there. */
    boolean admitsObject(String relation, Entity object) {
        Ontology.@Nullable Relation known = knowledge.ontology().relations().get(relation);
        String type = knowledge.names().typeOf(object);
        return known == null
                || known.range().isEmpty()
                || type.isEmpty()
                || known.range().stream()
                        .anyMatch(c -> knowledge.ontology().isA(type, c)
                                || knowledge.ontology().isA(c, type));
    }

    /** Tells whether values of the relation could be of the kind wished; of a relation without known values, yes. */
    boolean couldGive(String relation, Wish wish) {
        Set<String> wanted = wish.datatypes();
        Set<String> known = new LinkedHashSet<>();
        knowledge.ontology().relation(relation).ifPresent(r -> known.addAll(r.range()));
        boolean things = knowledge
                .ontology()
                .relation(relation)
                .map(Ontology.Relation::object)
                .orElse(false);
        for (Triple triple : knowledge.sayings(relation)) {
            if (triple.object() instanceof Literal literal) {
                known.add(literal.datatype());
            } else {
                things = true;
            }
        }
        if (wish == Wish.PERSON_OR_COMPANY) {
            return things || known.isEmpty();
        }
        return wanted.isEmpty()
                || (known.isEmpty() && !things)
                || known.stream().anyMatch(wanted::contains);
    }

    private Set<String> subjects(String relation, int depth) {
        Ontology.@Nullable Relation known = knowledge.ontology().relations().get(relation);
        if (known != null) {
            return known.domain();
        }
        Set<String> classes = new LinkedHashSet<>();
        if (depth > 0) {
            for (Rule rule : knowledge.concluding(relation)) {
                rule.head().stream()
                        .filter(head -> head.relation().equals(relation))
                        .forEach(head -> classes.addAll(said(head.subject(), rule.body(), depth - 1)));
            }
        }
        return classes;
    }

    /** Classes that a body gives a variable: by {@code a}, else by the domains and ranges of what is said with it. */
    private Set<String> said(HeadTerm term, List<Condition> body, int depth) {
        Set<String> stated = new LinkedHashSet<>();
        Set<String> implied = new LinkedHashSet<>();
        for (Condition condition : body) {
            if (!(condition instanceof Condition.Pattern pattern)) {
                continue;
            }
            boolean subject = pattern.subject().equals(term);
            Ontology.@Nullable Relation known = knowledge.ontology().relations().get(pattern.relation());
            if (subject
                    && pattern.relation().equals(Iris.TYPE)
                    && pattern.object() instanceof RuleTerm.Constant(Term kind)
                    && kind instanceof Entity entity) {
                stated.add(entity.iri());
            } else if (subject) {
                implied.addAll(subjects(pattern.relation(), depth));
            } else if (known != null && known.object() && pattern.object().equals(term)) {
                implied.addAll(known.range());
            }
        }
        return stated.isEmpty() ? implied : stated;
    }

    /** Tells whether a relation's values are yes or no. */
    boolean isFlag(String relation, List<Triple> sayings) {
        boolean declared = knowledge
                .ontology()
                .relation(relation)
                .map(r -> r.range().contains(Datatypes.BOOLEAN))
                .orElse(false);
        boolean concluded = knowledge.concluding(relation).stream()
                .flatMap(rule -> rule.head().stream())
                .anyMatch(head -> head.relation().equals(relation)
                        && head.object() instanceof RuleTerm.Constant(Term term)
                        && isBoolean(term));
        return declared || concluded || sayings.stream().anyMatch(t -> isBoolean(t.object()));
    }

    static boolean isBoolean(Term term) {
        return term instanceof Literal literal && literal.datatype().equals(Datatypes.BOOLEAN);
    }

    boolean isBetweenThings(String relation, List<Triple> sayings) {
        Ontology.@Nullable Relation known = knowledge.ontology().relations().get(relation);
        return known == null ? sayings.stream().allMatch(t -> t.object() instanceof Entity) : known.object();
    }

    /**
     * Tells whether an entity is a person or a body of persons, as the words of its class say. Unknown classes pass.
     */
    boolean isSomebody(Entity entity) {
        String type = knowledge.names().typeOf(entity);
        return type.isEmpty()
                || knowledge.ontology().classes().values().stream()
                        .filter(kind -> knowledge.ontology().isA(type, kind.iri()))
                        .anyMatch(kind -> SOMEBODY.matcher(words(kind)).find());
    }

    private static String words(Ontology.Kind kind) {
        return String.join(" ", kind.labels()).toLowerCase(Locale.ROOT) + " " + kind.comment();
    }
}
