package warrant.extraction.relate;

import warrant.graph.Literal;
import warrant.graph.Ontology.Relation;

/**
 * A statement that a sentence may make.
 *
 * @param evidence how strongly the words of the sentence speak for the relation
 * @param closeness how near the object stands to those words, in [0, 1]
 * @param order whether the two sides stand as the relation's own words would have them: 1 yes, -1 no, 0 unknown
 * @param role whether one side is called by the relation's own name, as in {@code (the "Supplier")}
 * @param near how near in meaning the sentence is to the relation, as {@link Nearness} has it; 0 without an encoder
 * @param apposed whether the sentence says in passing that the subject is the object
 * @param taken whether the document calls something else by the relation's own name
 */
record Proposal(
        Relation relation,
        Sentence sentence,
        Argument subject,
        Argument object,
        Lexicon.Evidence evidence,
        double closeness,
        double order,
        boolean role,
        double near,
        boolean apposed,
        boolean taken) {

    /** @return how good the proposal looks, by its words and its sides alone: about 1 is certain, 0 or less hopeless */
    double strength() {
        return 0.7 * evidence.strength()
                + 0.3 * closeness
                + 0.15 * order
                + (role ? 0.2 : 0)
                + (apposed ? 0.95 : 0)
                - (taken ? 0.35 : 0)
                - (subject.implied() ? 0.05 : 0)
                - vagueness();
    }

    /** @return how much the names of its sides leave open what they name, 0 or more */
    double vagueness() {
        return Math.max(vague(subject), vague(object));
    }

    /** @return how much a name that does not show what it names takes away */
    private static double vague(Argument side) {
        Thing thing = side.thing();
        if (thing == null || !thing.kind().isEmpty()) {
            return 0;
        }
        return switch (side.sort()) {
            case OTHER -> 0.2;
            case CODE -> 0.1;
            case ORGANISATION, PERSON, PLACE, DOCUMENT -> 0;
        };
    }

    /** @return the statement in words */
    String statement() {
        if (Ranges.takesTruth(relation)) {
            return Wording.flag(subject.name(), relation, Boolean.parseBoolean(object.text()));
        }
        return Wording.sentence(subject.name(), relation, objectText());
    }

    String objectText() {
        return object.thing() == null ? object.text().replaceAll("\\s+", " ") : object.name();
    }

    /** @return the value of an object that is one, as the relation's range has it */
    Literal value() {
        return Ranges.value(object, relation).orElseThrow();
    }

    boolean samePlace(Proposal other) {
        return relation.iri().equals(other.relation.iri()) && subject.same(other.subject) && object.same(other.object);
    }
}
