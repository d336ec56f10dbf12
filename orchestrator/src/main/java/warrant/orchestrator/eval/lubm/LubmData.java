package warrant.orchestrator.eval.lubm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.graph.rdf.RdfException;
import warrant.graph.rdf.RdfTriples;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * What a folder of the benchmark holds.
 *
 * @param namespace of the ontology, as the data writes it
 * @param axioms the ontology's triples
 * @param facts all other triples
 */
record LubmData(String namespace, List<Triple> axioms, List<Triple> facts) {
    private static final String ONTOLOGY = "univ-bench.owl";
    private static final Set<String> SYNTAX = Set.of(".ttl", ".nt", ".n3", ".owl", ".rdf");
    private static final List<String> SCHEMA = List.of(Iris.RDFS, Iris.OWL, Iris.RDF + "first", Iris.RDF + "rest");

    LubmData {
        axioms = List.copyOf(axioms);
        facts = List.copyOf(facts);
    }

    static LubmData read(Path folder) {
        Set<Triple> data = new LinkedHashSet<>();
        List<Triple> ontology = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(LubmData::isRdf).sorted().toList()) {
                boolean schema = file.getFileName().toString().equals(ONTOLOGY);
                List<Triple> read = RdfTriples.read(file, "http://" + ONTOLOGY);
                (schema ? ontology : data).addAll(read);
            }
        } catch (IOException | RdfException e) {
            throw new SuiteException("cannot read the data in " + folder + ": " + e.getMessage(), e);
        }
        return of(folder, data, ontology);
    }

    private static boolean isRdf(Path file) {
        String name = file.getFileName().toString().replaceAll("\\.gz$", "");
        return SYNTAX.stream().anyMatch(name::endsWith);
    }

    private static LubmData of(Path folder, Set<Triple> data, List<Triple> ontology) {
        String namespace = data.stream()
                .map(Triple::relation)
                .filter(relation -> relation.contains(ONTOLOGY + "#"))
                .findFirst()
                .map(relation -> relation.substring(0, relation.indexOf('#') + 1))
                .orElseThrow(() -> new SuiteException("no data of the benchmark in " + folder));
        List<Triple> axioms = new ArrayList<>(
                ontology.stream().map(triple -> moved(triple, namespace)).toList());
        List<Triple> facts = new ArrayList<>();
        data.forEach(triple -> (isAxiom(triple) ? axioms : facts).add(triple));
        return new LubmData(namespace, axioms, facts);
    }

    private static boolean isAxiom(Triple triple) {
        boolean kind = triple.relation().equals(Iris.TYPE)
                && triple.object() instanceof Entity(String iri)
                && iri.startsWith(Iris.OWL);
        return kind || SCHEMA.stream().anyMatch(triple.relation()::startsWith);
    }

    /** The ontology's file names its words under the address that the file happens to have. */
    private static Triple moved(Triple triple, String namespace) {
        return new Triple(
                (Entity) moved(triple.subject(), namespace),
                ((Entity) moved(new Entity(triple.relation()), namespace)).iri(),
                moved(triple.object(), namespace));
    }

    private static Term moved(Term term, String namespace) {
        return term instanceof Entity(String iri) && iri.contains(ONTOLOGY + "#")
                ? new Entity(namespace + iri.substring(iri.indexOf('#') + 1))
                : term;
    }
}
