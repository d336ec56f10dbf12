package warrant.orchestrator.eval.pairs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;

/** What relations of a public set say, in a file of ours. */
final class Reading {
    private Reading() {}

    static Ontology ontology(String name) {
        return OntologyFile.read(name + ".ttl", text(name));
    }

    static String text(String name) {
        String file = "/warrant/eval/" + name + ".ttl";
        try (InputStream in = Reading.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    static String iri(String name, String local) {
        return "urn:" + name + "#" + local;
    }

    static String local(String iri) {
        return iri.substring(iri.indexOf('#') + 1);
    }
}
