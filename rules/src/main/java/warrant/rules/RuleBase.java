package warrant.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.graph.Ontology;
import warrant.rules.value.Calendars;

/**
 * All that governs a deduction besides the statements.
 *
 * @param rules those of the matter, then those that the ontology implies
 * @param contrary pairs of relations that cannot both hold
 * @param functional relations with one value per subject, those of the ontology among them
 * @param abducible relations that may be supposed
 * @param ranks highest first
 * @param labels entities named by the ontology: IRI and label
 * @param datatypes relation to the datatype of its values, where the ontology gives one
 */
public record RuleBase(
        List<Rule> rules,
        Set<Contrary> contrary,
        Set<String> functional,
        Set<String> abducible,
        List<String> ranks,
        Calendars calendars,
        Set<Label> labels,
        Map<String, String> datatypes) {

    public RuleBase {
        rules = List.copyOf(rules);
        contrary = Set.copyOf(contrary);
        functional = Set.copyOf(functional);
        abducible = Set.copyOf(abducible);
        ranks = List.copyOf(ranks);
        labels = Set.copyOf(labels);
        datatypes = Map.copyOf(datatypes);
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are called '" + rule.id() + "'");
            }
        }
    }

    /** Two relations that cannot both hold of a subject. Which is named first means nothing. */
    public record Contrary(String one, String other) {
        public Contrary {
            if (one.compareTo(other) > 0) {
                String swap = one;
                one = other;
                other = swap;
            }
        }
    }

    /** A label of an entity of the ontology. */
    public record Label(String iri, String text) {}

    /** @return the rule base of a matter: its rules and declarations, with all that its ontology implies */
    public static RuleBase of(
            List<Rule> rules,
            Set<Contrary> contrary,
            Set<String> functional,
            Set<String> abducible,
            List<String> ranks,
            Calendars calendars,
            Ontology ontology) {
        Set<String> single = new TreeSet<>(functional);
        ontology.relations().values().stream()
                .filter(Ontology.Relation::functional)
                .forEach(relation -> single.add(relation.iri()));
        List<Rule> all = new ArrayList<>(rules);
        Set<String> clashing = new HashSet<>(single);
        contrary.forEach(pair -> clashing.addAll(List.of(pair.one(), pair.other())));
        all.addAll(OntologyRules.of(ontology, clashing));
        Set<Label> labels = new HashSet<>();
        ontology.entities().forEach((iri, names) -> names.forEach(name -> labels.add(new Label(iri, name))));
        Map<String, String> datatypes = new HashMap<>();
        ontology.relations().values().stream()
                .filter(relation -> !relation.object() && relation.range().size() == 1)
                .forEach(relation -> datatypes.put(
                        relation.iri(), relation.range().iterator().next()));
        return new RuleBase(all, contrary, single, abducible, ranks, calendars, labels, datatypes);
    }

    /**
     * @return the same without some rules
     * @throws IllegalArgumentException for a rule that is not there
     */
    public RuleBase without(Set<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        rules.forEach(rule -> unknown.remove(rule.id()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no rule " + String.join(", ", unknown));
        }
        return new RuleBase(
                rules.stream().filter(rule -> !ids.contains(rule.id())).toList(),
                contrary,
                functional,
                abducible,
                ranks,
                calendars,
                labels,
                datatypes);
    }

    /** @return SHA-256 over everything that can change a conclusion, in hexadecimal */
    public String hash() {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(rule.version()).append('\n'));
        new TreeSet<>(contrary.stream().map(Contrary::toString).toList()).forEach(text::append);
        text.append(new TreeSet<>(functional)).append(new TreeSet<>(abducible)).append(ranks);
        calendars
                .calendars()
                .forEach(calendar -> text.append(calendar.name())
                        .append(new TreeSet<>(calendar.weekend()))
                        .append(new TreeSet<>(calendar.dates()))
                        .append(new TreeSet<>(calendar.yearly())));
        new TreeSet<>(labels.stream().map(Label::toString).toList()).forEach(text::append);
        text.append(new TreeMap<>(datatypes));
        return RuleForm.hash(text.toString());
    }
}
