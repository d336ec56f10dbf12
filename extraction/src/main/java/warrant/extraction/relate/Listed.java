package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import warrant.graph.Passage;

/** Makes verdicts of what the model lists of a passage, which is read as one sentence. */
record Listed(Listing listing) {

    /** @return statements, the likeliest first */
    List<Verdict> in(Passage passage, List<Argument> arguments) {
        Sentence whole =
                new Sentence(0, passage.text().codePointCount(0, passage.text().length()), passage.text());
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Listing.Line line : listing.of(whole, arguments)) {
            Verdict verdict = verdict(whole, line);
            verdicts.merge(
                    line.relation().iri() + " " + verdict.proposal().statement(),
                    verdict,
                    (a, b) -> a.probability() >= b.probability() ? a : b);
        }
        List<Verdict> kept = new ArrayList<>(verdicts.values());
        kept.sort(Comparator.comparingDouble(Verdict::probability)
                .reversed()
                .thenComparing(v -> v.proposal().statement()));
        return kept;
    }

    private static Verdict verdict(Sentence sentence, Listing.Line line) {
        Lexicon.Evidence none = new Lexicon.Evidence(0, 0, List.of());
        Proposal proposal = new Proposal(
                line.relation(), sentence, line.subject(), line.object(), none, 0, 0, false, 0, false, false);
        return new Verdict(proposal, line.probability(), "listed " + Choosing.number(line.probability()));
    }
}
