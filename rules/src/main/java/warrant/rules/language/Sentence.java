package warrant.rules.language;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.Proof;
import warrant.rules.Rule;
import warrant.rules.Wording;
import warrant.rules.value.Values;

/**
 * What a rule says of its conclusion: its own sentence with the variables filled in, or, where it has none, the
 * conclusion in the words of the ontology: {@code <subject> <relation> <object>}.
 *
 * @param wording what entities are called
 */
public record Sentence(Wording wording, Ontology ontology) {
    private static final Pattern FIELD = Pattern.compile("\\{\\?(\\p{L}[\\p{L}0-9_]*)}");

    /** @return the sentence of the last step of a proof, without a full stop */
    public String of(Proof.Step step) {
        if (step.rule().say().isEmpty()) {
            return of(step.conclusion());
        }
        Map<String, Term> bindings = new java.util.TreeMap<>(step.bindings());
        bindings.putIfAbsent("today", Literal.date(step.asOf()));
        return of(step.rule(), bindings);
    }

    /** @return the rule's own sentence; a variable without a value stays as it is written; empty if there is none */
    public String of(Rule rule, Map<String, Term> bindings) {
        return FIELD.matcher(rule.say()).replaceAll(field -> {
            Term value = bindings.get(field.group(1));
            return Matcher.quoteReplacement(value == null ? field.group() : of(value));
        });
    }

    /** @return the triple in words: {@code Invoice 7 interest due EUR 3.20} */
    public String of(Triple triple) {
        String subject = of(triple.subject());
        if (triple.relation().equals(Iris.TYPE) && triple.object() instanceof Entity(String kind)) {
            Ontology.Kind known = ontology.classes().get(kind);
            String label = known == null ? Wording.local(kind) : known.label();
            return subject + (label.matches("(?i)[aeiou].*") ? " is an " : " is a ") + label;
        }
        String relation = ontology.relation(triple.relation())
                .map(Ontology.Relation::label)
                .orElseGet(() -> spaced(Wording.local(triple.relation())));
        return subject + " " + relation + " " + of(triple.object());
    }

    private String of(Term term) {
        return switch (term) {
            case Entity entity -> wording.of(entity);
            case Literal literal -> Values.show(literal);
        };
    }

    /** {@code interestDue} as {@code interest due}. */
    private static String spaced(String name) {
        return name.replaceAll("(?<=[\\p{Ll}0-9])(?=\\p{Lu}\\p{Ll})", " ")
                .replaceAll("[-_]", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
