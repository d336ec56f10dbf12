package warrant.graph.rdf;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import warrant.graph.Iris;

/** Local names: as words for people, and as a place where misspellings show. */
final class Names {
    private static final Pattern JOINT =
            Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|[_\\-]+");
    private static final Pattern MISSPELLABLE = Pattern.compile("\\D{5,}");
    /** Comparing each name with each takes too long beyond that. */
    private static final int MOST_COMPARED = 2_000;

    private Names() {}

    static String local(String iri) {
        int cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
        cut = cut < 0 || cut == iri.length() - 1 ? iri.lastIndexOf(':') : cut;
        return cut == iri.length() - 1 ? iri : iri.substring(cut + 1);
    }

    /** @return {@code payment term} for {@code urn:example:supply#paymentTerm} */
    static String words(String iri) {
        String spaced = JOINT.matcher(local(iri)).replaceAll(" ").strip();
        boolean shouting = spaced.equals(spaced.toUpperCase(Locale.ROOT));
        return shouting || spaced.isEmpty() ? local(iri) : spaced.toLowerCase(Locale.ROOT);
    }

    /**
     * @param classes all that are declared or used as classes
     * @throws RdfException when a class that the file says nothing of is spelled nearly like one that it describes
     */
    static void check(Turtle turtle, Set<String> classes) {
        Set<String> described = turtle.triples.stream()
                .map(at -> at.triple().getSubject())
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(classes::contains)
                .collect(Collectors.toCollection(HashSet::new));
        for (Turtle.At at : turtle.triples) {
            Node object = at.triple().getObject();
            boolean type = at.triple().getPredicate().getURI().equals(Iris.TYPE);
            if (type || !object.isURI() || !classes.contains(object.getURI()) || described.contains(object.getURI())) {
                continue;
            }
            String name = local(object.getURI());
            Optional<String> near = !MISSPELLABLE.matcher(name).matches() || described.size() > MOST_COMPARED
                    ? Optional.empty()
                    : described.stream()
                            .filter(iri -> Near.distance(local(iri), name) == 1)
                            .min(String::compareTo);
            if (near.isPresent()) {
                throw turtle.problem(
                        at,
                        "the class " + turtle.name(object.getURI()) + " is not declared",
                        turtle.name(near.get()) + " is meant.");
            }
        }
    }
}
