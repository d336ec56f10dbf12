package warrant.rules.language;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import warrant.graph.Entity;
import warrant.graph.Iris;
import warrant.graph.Ontology;
import warrant.rules.language.grammar.RulesLexer;
import warrant.rules.language.grammar.RulesParser.PrefixDeclContext;

/** The prefixes of one file, with those of the ontology behind them. */
final class Names {
    /** Stands for a name that was reported as unknown, so that it is reported once. */
    static final String UNKNOWN = Iris.WARRANT + "unknown";

    private final Map<String, String> prefixes = new HashMap<>(Map.of(
            "rdf", Iris.RDF,
            "rdfs", Iris.RDFS,
            "owl", Iris.OWL,
            "skos", Iris.SKOS,
            "xsd", Iris.XSD,
            "w", Iris.WARRANT));
    private final Map<String, String> declared = new HashMap<>();
    private final String file;
    private final Problems problems;

    Names(Ontology ontology, String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        prefixes.putAll(ontology.prefixes());
        if (ontology.defaultPrefix() != null) {
            prefixes.put("", ontology.defaultPrefix());
        }
    }

    void declare(PrefixDeclContext context) {
        String prefix = context.id() == null ? "" : context.id().getText();
        String iri = inner(context.IRIREF().getText());
        String before = declared.put(prefix, iri);
        if (before != null && !before.equals(iri)) {
            problems.error(
                    Place.of(file, context),
                    "the prefix " + prefix + ": is already <" + before + "> in this file",
                    "another prefix");
        }
        if (isAbsolute(iri)) {
            prefixes.put(prefix, iri);
        } else {
            problems.error(
                    Place.of(file, context.IRIREF().getSymbol()),
                    "a prefix stands for an absolute IRI; found <" + iri + ">",
                    "<urn:example:supply#>");
        }
    }

    void adopt(Names other) {
        prefixes.putAll(other.prefixes);
    }

    /** @return the IRI of a PNAME or IRIREF; {@link #UNKNOWN} after reporting that there is none */
    String iri(Token token) {
        String text = token.getText();
        if (token.getType() == RulesLexer.IRIREF) {
            String iri = inner(text);
            if (!isAbsolute(iri)) {
                problems.error(
                        Place.of(file, token),
                        "not an absolute IRI: <" + iri + ">",
                        iri.isEmpty() ? "!= for what differs" : "a name with a prefix, :x");
                return UNKNOWN;
            }
            return iri;
        }
        int colon = text.indexOf(':');
        String prefix = text.substring(0, colon);
        String namespace = prefixes.get(prefix);
        if (namespace == null) {
            String cure = prefix.isEmpty()
                    ? "a line ‘prefix : <…>’, since the ontology has no default prefix"
                    : Nearest.to(prefix, prefixes.keySet())
                            .map(near -> near + text.substring(colon))
                            .orElse("a line ‘prefix " + prefix + ": <…>’");
            problems.error(Place.of(file, token), "unknown prefix " + prefix + ":", cure);
            return UNKNOWN;
        }
        return namespace + text.substring(colon + 1);
    }

    /** @return the prefixes in force, by prefix */
    Map<String, String> prefixes() {
        return new TreeMap<>(prefixes);
    }

    /** @return the IRI as this file would write it */
    String shown(String iri) {
        return Prefixes.shorten(iri, prefixes).orElse("<" + iri + ">");
    }

    private static boolean isAbsolute(String iri) {
        try {
            return !new Entity(iri).iri().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String inner(String iriref) {
        return iriref.substring(1, iriref.length() - 1);
    }
}
