package warrant.orchestrator.eval.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.RdfTriples;
import warrant.orchestrator.eval.suite.DataSets;
import warrant.rules.Rule;
import warrant.rules.owl.RdfsRules;

/** The entailment tests of RDF 1.1 semantics, as the W3C published them. */
class W3cRdfTest {
    private static final String BASE = "http://w3c.example/";
    private static final String MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

    /** Tests that ask for what rules over entities and exact values do not say; docs/evaluation.md says why. */
    private static final Set<String> DOES_NOT_APPLY = Set.of(
            "datatypes-test009",
            "pfps-10-non-well-formed-literal-1",
            "literal-type",
            "float-zero",
            "float-round-different",
            "float-round-same",
            "float-infinity",
            "double-zero",
            "double-round-different",
            "double-round-same",
            "double-infinity",
            "xmlsch-02-whitespace-facet-3");

    @Test
    void what_is_entailed_is_concluded_and_what_is_not_is_not() throws IOException {
        Path folder = DataSets.folder("w3c").resolve("rdf-mt");
        Map<Entity, Map<String, Term>> cases = new HashMap<>();
        for (Triple triple : RdfTriples.read(folder.resolve("manifest.ttl"), BASE)) {
            cases.computeIfAbsent(triple.subject(), s -> new HashMap<>()).put(triple.relation(), triple.object());
        }
        Set<String> wrong = new TreeSet<>();
        int positive = 0;
        int negative = 0;
        for (Map<String, Term> one : cases.values()) {
            String kind = text(one, Iris.TYPE);
            Term result = one.get(MANIFEST + "result");
            String name = text(one, MANIFEST + "name");
            boolean asksForTriples = kind.endsWith("EntailmentTest") && result instanceof Entity;
            if (asksForTriples && !DOES_NOT_APPLY.contains(name)) {
                boolean expected = kind.equals(MANIFEST + "PositiveEntailmentTest");
                positive += expected ? 1 : 0;
                negative += expected ? 0 : 1;
                List<Triple> premise = read(folder, text(one, MANIFEST + "action"));
                List<Triple> goals = read(folder, text(one, MANIFEST + "result"));
                if (Entailing.entails(premise, goals, rules(text(one, MANIFEST + "entailmentRegime"))) != expected) {
                    wrong.add(name);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(List.of(positive, negative)).isEqualTo(List.of(13, 15));
    }

    private static Function<Collection<Triple>, List<Rule>> rules(String regime) {
        return regime.equals("simple") ? triples -> List.of() : RdfsRules::of;
    }

    private static List<Triple> read(Path folder, String file) throws IOException {
        return RdfTriples.read(folder.resolve(file.substring(BASE.length())), BASE);
    }

    private static String text(Map<String, Term> one, String relation) {
        return switch (one.get(relation)) {
            case null -> "";
            case Entity(String iri) -> iri;
            case Literal(String lexical, String datatype) -> lexical;
        };
    }
}
