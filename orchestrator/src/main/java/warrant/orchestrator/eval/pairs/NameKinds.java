package warrant.orchestrator.eval.pairs;

import java.util.List;
import java.util.Map;
import warrant.extraction.mention.Context;
import warrant.extraction.mention.Mention;
import warrant.extraction.mention.Mentions;
import warrant.extraction.relate.Classing;
import warrant.extraction.relate.Level;
import warrant.graph.Ontology;
import warrant.orchestrator.eval.suite.Minds;

/** Tells of what class names are. */
interface NameKinds {
    /** @return IRI of the class of each name, in order */
    List<String> of(String text, List<String> names);

    static NameKinds of(Ontology ontology, Minds minds) {
        if (minds.level() != Level.MODEL) {
            return (text, names) -> names.stream().map(NameKinds::byForm).toList();
        }
        Classing classing = new Classing(minds.model().get(), ontology.classes());
        return (text, names) -> classing.of(text, names).stream()
                .map(shares -> shares.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey())
                .toList();
    }

    /**
     * What the recognisers make of a name alone; what they do not know is taken for a person or a place by its words.
     */
    private static String byForm(String name) {
        for (Mention mention : Mentions.find(name, Context.NONE)) {
            if (mention instanceof Mention.Name known && known.begin() == 0) {
                String kind = switch (known.sort()) {
                    case ORGANISATION -> "Org";
                    case PERSON -> "Peop";
                    case PLACE -> "Loc";
                    case TERM, DOCUMENT, OTHER -> "";
                };
                if (!kind.isEmpty()) {
                    return Reading.iri("conll04", kind);
                }
            }
        }
        int words = name.split(" ").length;
        return Reading.iri("conll04", words == 2 ? "Peop" : words == 1 ? "Loc" : "Org");
    }
}
