package warrant.orchestrator.eval.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.RdfTriples;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.rules.owl.OwlRules;

/** The approved entailment tests of OWL 2 in the profile RL, as the W3C published them. */
class W3cOwlTest {
    private static final String TEST = "http://www.w3.org/2007/OWL/testOntology#";

    @TempDir
    private Path folder;

    @Test
    void what_is_entailed_in_the_profile_is_concluded_and_what_is_not_is_not() throws IOException {
        List<Triple> all = read(expanded(Files.readString(DataSets.folder("w3c").resolve("owl2/all.rdf"))));
        Map<String, Map<String, List<Term>>> cases = new HashMap<>();
        for (Triple triple : all) {
            cases.computeIfAbsent(triple.subject().iri(), iri -> new HashMap<>())
                    .computeIfAbsent(triple.relation(), relation -> new ArrayList<>())
                    .add(triple.object());
        }
        Set<String> missed = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        int run = 0;
        for (Map<String, List<Term>> one : cases.values()) {
            boolean positive = is(one, Iris.TYPE, "PositiveEntailmentTest");
            boolean negative = is(one, Iris.TYPE, "NegativeEntailmentTest");
            boolean applies = is(one, TEST + "profile", "RL")
                    && is(one, TEST + "status", "Approved")
                    && is(one, TEST + "semantics", "RDF-BASED")
                    && one.containsKey(TEST + "rdfXmlPremiseOntology");
            if (applies && (positive || negative)) {
                run++;
                String conclusion = negative ? "rdfXmlNonConclusionOntology" : "rdfXmlConclusionOntology";
                boolean found = entails(premise(one, cases), read(text(one, conclusion)));
                if (positive && !found) {
                    missed.add(text(one, "identifier"));
                } else if (negative && found) {
                    wrong.add(text(one, "identifier"));
                }
            }
        }
        assertThat(run).isGreaterThan(20);
        assertThat(wrong).isEmpty();
        assertThat(missed).isEmpty();
    }

    /** The XML parser of the JDK limits how often a file may use its own entities, and this one does often. */
    private static String expanded(String xml) {
        return xml.replace("&test;", TEST)
                .replace("&rdf;", Iris.RDF)
                .replace("&rdfs;", Iris.RDFS)
                .replace("&owl;", Iris.OWL);
    }

    private static boolean is(Map<String, List<Term>> one, String relation, String name) {
        return one.getOrDefault(relation, List.of()).contains(new Entity(TEST + name));
    }

    private static String text(Map<String, List<Term>> one, String name) {
        return ((Literal)
                        one.getOrDefault(TEST + name, List.of(Literal.text(""))).getFirst())
                .lexical();
    }

    /** @return the premise with what it imports, which the suite holds too */
    private List<Triple> premise(Map<String, List<Term>> one, Map<String, Map<String, List<Term>>> cases)
            throws IOException {
        List<Triple> premise = new ArrayList<>(read(text(one, "rdfXmlPremiseOntology")));
        for (Term imported : one.getOrDefault(TEST + "importedOntology", List.of())) {
            if (imported instanceof Entity(String iri)) {
                premise.addAll(read(text(cases.getOrDefault(iri, Map.of()), "rdfXmlInputOntology")));
            }
        }
        return premise;
    }

    private static boolean entails(List<Triple> premise, List<Triple> conclusion) {
        List<Triple> goals = pairwise(conclusion).stream()
                .filter(goal -> !isDeclaration(goal) && !isUnused(goal, conclusion))
                .toList();
        return Entailing.entails(premise, goals, OwlRules::withSchema);
    }

    /** An expression that occurs in no axiom says nothing: that there is such a class holds of every expression. */
    private static boolean isUnused(Triple goal, List<Triple> conclusion) {
        List<Triple> users = conclusion.stream()
                .filter(triple -> triple.object().equals(goal.subject()))
                .toList();
        boolean part = Set.of("unionOf", "onProperty", "minCardinality")
                        .contains(goal.relation().replace(Iris.OWL, ""))
                || goal.relation().startsWith(Iris.RDF);
        return Entailing.isBlank(goal.subject())
                && part
                && !goal.relation().equals(Iris.TYPE)
                && users.stream().allMatch(user -> isUnused(user, conclusion));
    }

    /** That all of a list are different says that each two are. */
    private static List<Triple> pairwise(List<Triple> graph) {
        boolean all = graph.stream().anyMatch(t -> t.object().equals(new Entity(Iris.OWL + "AllDifferent")));
        if (!all) {
            return graph;
        }
        List<Entity> members = graph.stream()
                .filter(triple -> triple.relation().equals(Iris.RDF + "first"))
                .map(triple -> (Entity) triple.object())
                .toList();
        List<Triple> pairs = new ArrayList<>();
        for (Entity one : members) {
            members.stream()
                    .filter(other -> !other.equals(one))
                    .forEach(other -> pairs.add(new Triple(one, Iris.OWL + "differentFrom", other)));
        }
        return pairs;
    }

    private List<Triple> read(String xml) throws IOException {
        Path file = folder.resolve("graph.rdf");
        Files.writeString(file, xml);
        return RdfTriples.read(file, "http://w3c.example/");
    }

    private static boolean isDeclaration(Triple triple) {
        return triple.relation().equals(Iris.TYPE)
                && triple.object() instanceof Entity(String iri)
                && Set.of(
                                "Ontology",
                                "Class",
                                "ObjectProperty",
                                "DatatypeProperty",
                                "NamedIndividual",
                                "Thing",
                                "Restriction",
                                Iris.RDF + "List")
                        .contains(iri.replace(Iris.OWL, ""));
    }
}
