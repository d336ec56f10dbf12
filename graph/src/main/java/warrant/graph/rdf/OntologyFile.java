package warrant.graph.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import warrant.graph.Ontology;

/**
 * Reads a matter's {@code ontology.ttl}: classes and relations with their labels, comments, domains, ranges and
 * examples, and labelled individuals. What a file says beyond that is let pass.
 */
public final class OntologyFile {
    private static final String GENERAL = "contract-ontology.ttl";

    private OntologyFile() {}

    /** As {@link #read(String, String, String)}, for a matter in English. */
    public static Ontology read(String file, String text) {
        return read(file, text, "en");
    }

    /**
     * @param file how messages name the file
     * @param language of the matter, such as {@code en}; labels in it, or in no language, come first, yet all count
     * @throws RdfException with line and column: not Turtle, a misspelled word of a known vocabulary, a relation that
     *     is of entities and of values at once, or whose range does not go with its kind
     */
    public static Ontology read(String file, String text, String language) {
        return new OntologyReading(Turtle.read(file, text), language).ontology();
    }

    /** @return the ontology of contracts in general, for matters that bring none */
    public static Ontology general() {
        return read(GENERAL, generalText());
    }

    /** @return the Turtle text of {@link #general()}, to begin one's own from */
    public static String generalText() {
        try (InputStream in = OntologyFile.class.getResourceAsStream(GENERAL)) {
            if (in == null) {
                throw new IllegalStateException("the general ontology is missing from the build: " + GENERAL);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
