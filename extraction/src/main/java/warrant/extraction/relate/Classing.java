package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import warrant.graph.Ontology;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/** Asks the model of which class each of some names in a text is. */
public final class Classing {
    private final LanguageModel model;
    private final List<String> kinds;
    private final List<String> labels;

    /** @param classes to choose among, each once */
    public Classing(LanguageModel model, Map<String, Ontology.Kind> classes) {
        this.model = model;
        this.kinds = List.copyOf(new TreeMap<>(classes).keySet());
        this.labels = new TreeMap<>(classes)
                .values().stream().map(Ontology.Kind::label).toList();
    }

    /** @return for each name, in order, for each class by IRI its probability among them */
    public List<Map<String, Double>> of(String text, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<Map<String, Double>> found = new ArrayList<>();
        try (Context read = model.read("", "Text: " + text + "\n\n")) {
            List<Context.Question> questions = names.stream()
                    .map(name -> new Context.Question(
                            "Answer with one of these: " + String.join(", ", labels) + ". What is \"" + name
                                    + "\" in the text?",
                            "",
                            labels))
                    .toList();
            for (double[] shares : read.choose(questions)) {
                Map<String, Double> of = new TreeMap<>();
                for (int i = 0; i < kinds.size(); i++) {
                    of.put(kinds.get(i), shares[i]);
                }
                found.add(of);
            }
        }
        return found;
    }
}
