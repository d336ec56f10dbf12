package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Ontology.Relation;
import warrant.graph.Passage;
import warrant.llm.LanguageModel;

/**
 * Asks the language model whether the passage states what is proposed: one question a proposal, all of a passage in one
 * batch over the passage, which is read once.
 */
final class ModelJudge implements Judge {
    /** Most proposals of one relation in one sentence. */
    private static final int RIVALS = 4;

    /** Log-odds from which on a proposal is worth a question: one in fifteen. */
    private static final double WORTH = -2.6;

    private final LanguageModel model;
    private final int most;

    ModelJudge(LanguageModel model, int most) {
        this.model = model;
        this.most = most;
    }

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        NearestFirst places = NearestFirst.of(proposals);
        List<Proposal> asked = worthAsking(proposals, places);
        Set<String> questions = new LinkedHashSet<>();
        asked.forEach(proposal -> questions.add(question(proposal)));
        Map<String, Double> answers = YesNo.ask(model, prefix(context, passage), questions);
        List<Verdict> verdicts = new ArrayList<>();
        for (Proposal proposal : asked) {
            double yes = answers.getOrDefault(question(proposal), 0.0);
            double rival = asked.stream()
                    .filter(other -> rivals(proposal, other))
                    .mapToDouble(other -> answers.getOrDefault(question(other), 0.0))
                    .max()
                    .orElse(Double.NaN);
            double odds = Weighing.odds(proposal, places.placeOf(proposal), yes, rival);
            String detail = "model " + Choosing.number(yes) + ", best rival " + Choosing.number(rival) + "; "
                    + RulesJudge.detail(proposal) + ", nearness " + Choosing.number(proposal.near());
            verdicts.add(new Verdict(proposal, YesNo.probability(odds), detail));
        }
        return verdicts;
    }

    /** @return whether the other is a proposal of another relation that the same words would have to mean */
    private static boolean rivals(Proposal one, Proposal other) {
        if (one.relation().iri().equals(other.relation().iri())
                || !one.sentence().equals(other.sentence())) {
            return false;
        }
        if (one.object().thing() == null) {
            return !Ranges.takesTruth(one.relation()) && one.object().same(other.object());
        }
        return (one.subject().same(other.subject()) && one.object().same(other.object()))
                || (one.subject().same(other.object()) && one.object().same(other.subject()));
    }

    /** @param odds that it is stated, before it is asked about */
    private record Likely(Proposal proposal, double odds) {}

    /** The best proposals of each relation in each sentence, and of those the best of the passage. */
    private List<Proposal> worthAsking(List<Proposal> proposals, NearestFirst places) {
        List<Likely> ranked = proposals.stream()
                .map(proposal -> new Likely(proposal, Weighing.prior(proposal, places.placeOf(proposal))))
                .filter(likely -> likely.odds() >= WORTH)
                .sorted(Comparator.comparingDouble((Likely likely) -> -likely.odds())
                        .thenComparing(likely -> likely.proposal().statement())
                        .thenComparingInt(likely -> likely.proposal().sentence().begin()))
                .toList();
        Map<String, Integer> asked = new HashMap<>();
        List<Proposal> kept = new ArrayList<>();
        for (Likely likely : ranked) {
            Proposal proposal = likely.proposal();
            String group = proposal.relation().iri() + " " + proposal.sentence().begin();
            if (kept.size() < most && asked.merge(group, 1, Integer::sum) <= RIVALS) {
                kept.add(proposal);
            }
        }
        return kept;
    }

    /** What is said of the relation comes first, so that the questions about one relation share it. */
    private static String question(Proposal proposal) {
        Relation relation = proposal.relation();
        String about = Weighing.isWorded(proposal) || relation.comment().isEmpty()
                ? ""
                : Wording.words(relation.label()) + ": " + relation.comment() + "\n";
        return about + YesNo.stated(proposal.statement());
    }

    /** The passage, its document, and what the short names in it stand for. */
    private static String prefix(DocumentContext context, Passage passage) {
        StringBuilder prefix =
                new StringBuilder("Text of \"" + context.document().title() + "\"");
        Set<String> terms = new LinkedHashSet<>();
        for (Thing thing : context.things()) {
            for (String alias : thing.aliases()) {
                boolean here = passage.text().contains(alias) && !thing.name().contains(alias);
                if (here && !passage.text().contains(thing.name())) {
                    terms.add("“" + alias + "” is " + thing.name() + ".");
                }
            }
        }
        if (!terms.isEmpty()) {
            prefix.append(" (").append(String.join(" ", terms)).append(')');
        }
        return prefix.append(":\n").append(passage.text()).append("\n\n").toString();
    }

    @Override
    public String method() {
        return "model";
    }

    @Override
    public String profile() {
        return model.profile().id();
    }
}
