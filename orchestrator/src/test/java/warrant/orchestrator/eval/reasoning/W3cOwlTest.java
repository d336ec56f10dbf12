package warrant.orchestrator.eval.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import warrant.rules.Limits;
import warrant.rules.RuleBase;
import warrant.rules.Session;
import warrant.rules.forward.ForwardEngine;
import warrant.rules.owl.OwlRules;
import warrant.rules.value.Calendars;

/** The approved entailment tests of OWL 2 in the profile RL, as the W3C published them. */
class W3cOwlTest {
    private static final String TEST = "http://www.w3.org/2007/OWL/testOntology#";
    private static final String BLANK = "urn:warrant:blank:";

    /** Positive tests that the rules do not decide; docs/evaluation.md says why. */
    private static final Set<String> BEYOND = Set.of(
            "New-Feature-ObjectQCR-002",
            "WebOnt-I5.26-010",
            "WebOnt-I5.5-005",
            "WebOnt-I5.8-008",
            "WebOnt-I5.8-009",
            "WebOnt-imports-011");

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
                boolean found = entails(text(one, "rdfXmlPremiseOntology"), text(one, conclusion));
                if (positive && !found) {
                    missed.add(text(one, "identifier"));
                } else if (negative && found) {
                    wrong.add(text(one, "identifier"));
                }
            }
        }
        assertThat(run).isGreaterThan(20);
        assertThat(wrong).isEmpty();
        assertThat(missed).isEqualTo(new TreeSet<>(BEYOND));
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

    private boolean entails(String premise, String conclusion) throws IOException {
        Set<Triple> closure = closure(read(premise));
        List<Triple> goals = pairwise(read(conclusion)).stream()
                .filter(goal -> !isDeclaration(goal))
                .toList();
        return satisfies(goals, 0, new HashMap<>(), closure);
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
                                "Restriction")
                        .contains(iri.replace(Iris.OWL, ""));
    }

    /** Rules are made anew while conclusions are axioms themselves. */
    private static Set<Triple> closure(List<Triple> premise) {
        Set<Triple> known = new LinkedHashSet<>(premise);
        while (true) {
            RuleBase rules = new RuleBase(
                    OwlRules.withSchema(known),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    Calendars.NONE,
                    Set.of(),
                    Map.of());
            try (Session session = new ForwardEngine()
                    .open(rules, Given.of("the premise", known), LocalDate.of(2009, 10, 27), Limits.GENEROUS)) {
                Collection<Triple> more = session.deduction().triples();
                if (!known.addAll(more)) {
                    return known;
                }
            }
        }
    }

    private static boolean satisfies(List<Triple> goals, int at, Map<Term, Term> blanks, Set<Triple> closure) {
        if (at == goals.size()) {
            return true;
        }
        Triple goal = goals.get(at);
        for (Triple triple : closure) {
            Map<Term, Term> more = new HashMap<>(blanks);
            if (triple.relation().equals(goal.relation())
                    && same(goal.subject(), triple.subject(), more)
                    && same(goal.object(), triple.object(), more)
                    && satisfies(goals, at + 1, more, closure)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Term asked, Term found, Map<Term, Term> blanks) {
        if (asked instanceof Entity(String iri) && iri.startsWith(BLANK)) {
            Term known = blanks.putIfAbsent(asked, found);
            return known == null || known.equals(found);
        }
        return asked.equals(found);
    }
}
