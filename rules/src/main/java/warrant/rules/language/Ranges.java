package warrant.rules.language;

import java.util.Map;
import java.util.Set;
import warrant.graph.Datatypes;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Ontology;
import warrant.graph.Term;

/** What the objects of a relation may be. */
final class Ranges {
    private static final Map<String, String> WORDS = Map.of(
            Datatypes.STRING, "texts",
            Datatypes.DATE, "dates",
            Datatypes.INTEGER, "whole numbers",
            Datatypes.DECIMAL, "numbers",
            Datatypes.BOOLEAN, "true or false",
            Datatypes.DURATION, "durations",
            Datatypes.MONEY, "amounts of money",
            Datatypes.PERCENTAGE, "percentages",
            Datatypes.QUANTITY, "quantities");
    private static final Set<String> NUMBERS = Set.of(Datatypes.INTEGER, Datatypes.DECIMAL, Datatypes.PERCENTAGE);

    private Ranges() {}

    /** @return whether a value can be an object; entities are taken as they are, since their classes are not known */
    static boolean fits(Ontology.Relation relation, Term term) {
        return switch (term) {
            case Entity entity -> true;
            case Literal literal ->
                relation.range().isEmpty()
                        || relation.range().contains(literal.datatype())
                        || (NUMBERS.contains(literal.datatype())
                                && relation.range().stream().anyMatch(NUMBERS::contains));
        };
    }

    static String words(Ontology.Relation relation) {
        if (relation.object()) {
            return "entities";
        }
        return relation.range().stream()
                .map(range -> WORDS.getOrDefault(range, "values"))
                .findFirst()
                .orElse("values");
    }
}
