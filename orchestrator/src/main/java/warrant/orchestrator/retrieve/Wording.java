package warrant.orchestrator.retrieve;

import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Term;
import warrant.graph.Triple;

/** Says a triple in words, from the labels of its parts. */
public final class Wording {
    private final Ontology ontology;
    private final Names names;

    public Wording(Ontology ontology, Names names) {
        this.ontology = ontology;
        this.names = names;
    }

    public String of(Triple triple) {
        String subject = names.of(triple.subject());
        String relation = relation(triple.relation());
        if (triple.object() instanceof Literal literal && literal.datatype().equals(Datatypes.BOOLEAN)) {
            return subject + " " + relation + ": " + (literal.lexical().equals("true") ? "yes" : "no");
        }
        return switch (triple.relation()) {
            case Iris.TYPE -> subject + " is a " + kind(triple.object());
            case Iris.LABEL, Iris.ALT_LABEL -> subject + " is also called " + of(triple.object());
            default -> subject + " " + relation + " " + of(triple.object());
        };
    }

    private String kind(Term term) {
        return term instanceof Entity entity ? kind(entity.iri()) : of(term);
    }

    /** Names a class. */
    public String kind(String iri) {
        Ontology.Kind known = ontology.classes().get(iri);
        return known == null ? Words.ofIri(iri) : known.label();
    }

    /** Names a relation. */
    public String relation(String iri) {
        return ontology.relation(iri).map(Ontology.Relation::label).orElseGet(() -> Words.ofIri(iri));
    }

    /** Says a term: an entity's label, a value as a reader writes it. */
    public String of(Term term) {
        return switch (term) {
            case Entity entity -> names.of(entity);
            case Literal(String lexical, String datatype) ->
                datatype.equals(Datatypes.DURATION) ? duration(lexical) : lexical;
        };
    }

    /** {@code P45D} is 45 days, {@code P10B aldermark} 10 business days. */
    private static String duration(String lexical) {
        var parts = java.util.regex.Pattern.compile("P(-?\\d+)([DMYBW])(?: (\\S+))?")
                .matcher(lexical);
        if (!parts.matches()) {
            return lexical;
        }
        String unit = switch (parts.group(2)) {
            case "D" -> "day";
            case "M" -> "month";
            case "Y" -> "year";
            case "W" -> "week";
            default -> "business day";
        };
        String plural = parts.group(1).equals("1") ? "" : "s";
        String calendar = parts.group(3) == null ? "" : " in " + parts.group(3);
        return parts.group(1) + " " + unit + plural + calendar;
    }
}
