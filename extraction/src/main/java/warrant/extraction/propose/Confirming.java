package warrant.extraction.propose;

import java.util.List;
import warrant.extraction.propose.Draft.DraftRelation;
import warrant.extraction.propose.Draft.Sighting;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/** Has a model look at what running text seemed to state: what it does not find stated there is left out. */
public final class Confirming {
    private static final double EVEN = 0.5;

    private final LanguageModel model;

    public Confirming(LanguageModel model) {
        this.model = model;
    }

    /** @return the draft with those relations of running text only that the model finds stated in most examples */
    public Draft confirmed(Draft draft) {
        return new Draft(
                draft.kinds(),
                draft.relations().stream()
                        .filter(relation -> !relation.source().equals("text") || isStated(relation))
                        .toList());
    }

    private boolean isStated(DraftRelation relation) {
        List<Sighting> sightings = relation.examples();
        double mean = sightings.stream()
                .mapToDouble(sighting -> stated(relation, sighting))
                .average()
                .orElse(0);
        return mean >= EVEN;
    }

    private double stated(DraftRelation relation, Sighting sighting) {
        String statement = relation.object()
                ? sighting.subject() + " " + relation.label() + " " + sighting.object()
                : "the " + relation.label() + " is " + sighting.object();
        try (Context context = model.read("", sighting.words())) {
            Context.Question question =
                    Context.Question.yesNo("Does the text state this? " + statement + ". Answer yes or no.");
            return context.choose(List.of(question)).getFirst()[0];
        }
    }
}
