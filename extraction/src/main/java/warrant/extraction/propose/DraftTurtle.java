package warrant.extraction.propose;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import warrant.extraction.propose.Draft.DraftKind;
import warrant.extraction.propose.Draft.DraftRelation;
import warrant.extraction.propose.Draft.Sighting;
import warrant.graph.Iris;

/** Writes a draft as the {@code ontology.ttl} of a matter, with comments for whoever edits it. */
public final class DraftTurtle {
    private static final int LONGEST_EXAMPLE = 240;

    private final Map<String, String> names = new HashMap<>();

    private DraftTurtle() {}

    /** @param namespace of what is drafted, such as {@code urn:example:lease#} */
    public static String of(Draft draft, String namespace) {
        return new DraftTurtle().text(draft, namespace);
    }

    private String text(Draft draft, String namespace) {
        StringBuilder text = new StringBuilder("""
                # Drafted from documents. To be edited: strike what is not needed, join what means the same (further
                # labels go into skos:altLabel), say in rdfs:comment what a word means, mark states (w:State) and
                # what a document can state once only (owl:FunctionalProperty).
                @prefix : <%s> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                @prefix w: <urn:warrant:> .
                """.formatted(namespace));
        for (DraftKind kind : draft.kinds()) {
            names.put(kind.label(), name(kind.label(), true));
        }
        draft.kinds().forEach(kind -> text.append(kind(kind)));
        draft.relations().forEach(relation -> text.append(relation(relation)));
        return text.toString();
    }

    private String kind(DraftKind kind) {
        StringBuilder text = new StringBuilder("\n");
        if (!kind.examples().isEmpty()) {
            text.append("# ").append(kind.count()).append(" times: ").append(line(String.join("; ", kind.examples())));
            text.append('\n');
        }
        return text.append(':')
                .append(names.get(kind.label()))
                .append(" a owl:Class ; rdfs:label ")
                .append(quoted(kind.label()))
                .append(" ;\n    rdfs:comment ")
                .append(quoted(kind.comment()))
                .append(" .\n")
                .toString();
    }

    private String relation(DraftRelation relation) {
        StringBuilder text = new StringBuilder("\n# " + relation.count() + " times, first in "
                + line(relation.examples().getFirst().where()) + " (" + relation.source() + ")\n");
        text.append(':').append(name(relation.label(), false));
        text.append(relation.object() ? " a owl:ObjectProperty" : " a owl:DatatypeProperty");
        text.append(relation.state() ? ", w:State" : "")
                .append(" ;\n    rdfs:label ")
                .append(quoted(relation.label()));
        String domain = relation.domain() == null ? null : names.get(relation.domain());
        if (domain != null) {
            text.append(" ;\n    rdfs:domain :").append(domain);
        }
        String range = range(relation);
        if (range != null) {
            text.append(" ;\n    rdfs:range ").append(range);
        }
        for (Sighting sighting : relation.examples()) {
            text.append(" ;\n    skos:example ").append(quoted(example(sighting)));
        }
        return text.append(" .\n").toString();
    }

    private @Nullable String range(DraftRelation relation) {
        String range = relation.range();
        if (range == null) {
            return relation.object() ? null : "xsd:string";
        }
        if (relation.object()) {
            String name = names.get(range);
            return name == null ? null : ":" + name;
        }
        return range.startsWith(Iris.XSD)
                ? "xsd:" + range.substring(Iris.XSD.length())
                : "w:" + range.substring(Iris.WARRANT.length());
    }

    private static String example(Sighting sighting) {
        String words = sighting.words();
        boolean both = !sighting.subject().isBlank() && !(sighting.subject() + sighting.object()).contains("|");
        String cut = words.length() > LONGEST_EXAMPLE ? words.substring(0, LONGEST_EXAMPLE) + "…" : words;
        return both ? cut + " => " + sighting.subject() + " | " + sighting.object() : cut;
    }

    /** Two labels may come to one name, which then is numbered. */
    private String name(String label, boolean capital) {
        String wanted = Phrases.camel(label, capital);
        String free = wanted;
        for (int n = 2; names.containsValue(free); n++) {
            free = wanted + n;
        }
        names.putIfAbsent((capital ? "" : "relation ") + label + free, free);
        return free;
    }

    private static String line(String words) {
        return words.replaceAll("\\s+", " ");
    }

    private static String quoted(String words) {
        return '"' + line(words).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
