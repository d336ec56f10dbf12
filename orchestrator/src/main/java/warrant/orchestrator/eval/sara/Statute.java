package warrant.orchestrator.eval.sara;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import warrant.graph.Entity;
import warrant.graph.Ontology;
import warrant.graph.rdf.OntologyFile;
import warrant.rules.RuleBase;
import warrant.rules.language.MatterSettings;
import warrant.rules.language.Parsed;
import warrant.rules.language.RuleLanguage;
import warrant.rules.language.SourceText;

/**
 * The nine sections as rules, and how the data set's predicates are said in their words.
 *
 * @param signatures by {@link Signature#key}
 */
record Statute(RuleBase rules, Map<String, Signature> signatures) {
    static final String NAMESPACE = "urn:warrant:us-tax#";

    private static final String FOLDER = "/warrant/statutes/us-tax/";
    private static final List<String> FILES = List.of(
            "00-facts.rules",
            "01-section7703.rules",
            "02-section152.rules",
            "03-section151.rules",
            "04-section2.rules",
            "05-section68.rules",
            "06-section63.rules",
            "07-section1.rules",
            "08-section3306.rules",
            "09-section3301.rules");

    static Statute shipped() {
        Ontology ontology = OntologyFile.read("ontology.ttl", text("ontology.ttl"));
        List<SourceText> sources =
                FILES.stream().map(file -> new SourceText(file, text(file))).toList();
        Parsed parsed = RuleLanguage.parse(sources, ontology, MatterSettings.NONE);
        RuleBase rules = parsed.ruleBase()
                .orElseThrow(() -> new IllegalStateException("the shipped rules are broken: "
                        + parsed.errors().getFirst().text()));
        return new Statute(rules, Signature.table(text("goals.txt")));
    }

    static String relation(String name) {
        return NAMESPACE + name;
    }

    static Entity kind(String name) {
        return new Entity(NAMESPACE + name);
    }

    private static String text(String file) {
        try (InputStream in = Statute.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the build: " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
