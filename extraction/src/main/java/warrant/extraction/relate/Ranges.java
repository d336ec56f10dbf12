package warrant.extraction.relate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import warrant.graph.Datatypes;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Ontology.Relation;

/** Which values a relation takes. */
final class Ranges {
    private static final Set<String> TEXTS = Set.of(Iris.XSD + "anyURI", Iris.RDF + "langString", Iris.XSD + "token");

    private Ranges() {}

    /** @return the datatype of a value relation, {@code xsd:string} if it names none */
    static String datatype(Relation relation) {
        String range = relation.range().stream().sorted().findFirst().orElse(Datatypes.STRING);
        return TEXTS.contains(range) ? Datatypes.STRING : range;
    }

    static boolean takesText(Relation relation) {
        return !relation.object() && datatype(relation).equals(Datatypes.STRING);
    }

    static boolean takesTruth(Relation relation) {
        return !relation.object() && datatype(relation).equals(Datatypes.BOOLEAN);
    }

    /** @return the argument as a value of the relation's range, if it is one */
    static Optional<Literal> value(Argument argument, Relation relation) {
        if (relation.object()) {
            return Optional.empty();
        }
        String wanted = datatype(relation);
        if (wanted.equals(Datatypes.STRING)) {
            return Optional.of(Literal.text(argument.name().replaceAll("\\s+", " ")));
        }
        return argument.readings().stream()
                .map(value -> as(value, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Literal> as(Literal value, String wanted) {
        if (value.datatype().equals(wanted)) {
            return Optional.of(value);
        }
        if (value.datatype().equals(Datatypes.QUANTITY) && wanted.equals(Datatypes.DECIMAL)) {
            String number = value.lexical().substring(0, value.lexical().indexOf(' '));
            return Optional.of(Literal.decimal(new BigDecimal(number)));
        }
        boolean whole = value.datatype().equals(Datatypes.INTEGER) && wanted.equals(Datatypes.DECIMAL);
        return whole ? Optional.of(Literal.decimal(new BigDecimal(value.lexical()))) : Optional.empty();
    }

    /** @return whether an argument's value can be read in several ways as the relation's range */
    static boolean ambiguous(Argument argument, Relation relation) {
        return !relation.object()
                && argument.readings().stream()
                                .map(value -> as(value, datatype(relation)))
                                .flatMap(Optional::stream)
                                .distinct()
                                .count()
                        > 1;
    }
}
