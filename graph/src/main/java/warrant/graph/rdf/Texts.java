package warrant.graph.rdf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import warrant.graph.Iris;

/** What a file calls things, in the order of the matter's language. */
final class Texts {
    private static final List<String> NAMES =
            List.of(Iris.LABEL, Iris.SKOS + "prefLabel", Iris.ALT_LABEL, Iris.SKOS + "hiddenLabel");
    private static final List<String> COMMENTS = List.of(Iris.RDFS + "comment", Iris.SKOS + "definition");

    private final Turtle turtle;
    private final String language;

    /** @param language of the matter; empty if all languages are alike */
    Texts(Turtle turtle, String language) {
        this.turtle = turtle;
        this.language = language.toLowerCase(Locale.ROOT);
    }

    /**
     * @return labels in the matter's language or in none, then all others; if there are none, the local name's words
     */
    List<String> labels(Node node) {
        Set<String> labels = new LinkedHashSet<>();
        NAMES.forEach(name -> labels.addAll(texts(node, name, true)));
        NAMES.forEach(name -> labels.addAll(texts(node, name, false)));
        if (labels.isEmpty()) {
            labels.add(Names.words(node.getURI()));
        }
        return List.copyOf(labels);
    }

    boolean hasLabel(Node node) {
        return NAMES.stream().anyMatch(name -> !turtle.of(node, name).isEmpty());
    }

    String comment(Node node) {
        return COMMENTS.stream()
                .flatMap(property -> all(node, property).stream())
                .findFirst()
                .orElse("");
    }

    /** @return all texts of a property, those in the matter's language or in none first */
    List<String> all(Node node, String property) {
        List<String> found = new ArrayList<>(texts(node, property, true));
        found.addAll(texts(node, property, false));
        return found;
    }

    private List<String> texts(Node node, String property, boolean own) {
        return turtle.of(node, property).stream()
                .map(at -> at.triple().getObject())
                .filter(Node::isLiteral)
                .filter(literal -> isOwn(literal) == own)
                .map(literal -> literal.getLiteralLexicalForm().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private boolean isOwn(Node literal) {
        String tag = literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
        return language.isEmpty() || tag.isEmpty() || tag.equals(language) || tag.startsWith(language + "-");
    }
}
