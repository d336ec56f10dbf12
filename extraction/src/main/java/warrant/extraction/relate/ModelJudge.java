package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Passage;
import warrant.llm.Context;
import warrant.llm.LanguageModel;

/**
 * Asks the language model whether the passage states what is proposed: one question a proposal, all of a passage in one
 * batch over the passage, which is read once. What the model answers is weighed with what the words show, because a
 * small model says yes too easily to what is merely likely.
 */
final class ModelJudge implements Judge {
    /** Weakest proposal that is worth a question. */
    private static final double WORTH = 0.3;
    /** Most proposals of one relation in one sentence. */
    private static final int RIVALS = 4;
    /** Log-odds of yes at which the model is undecided about a value: it leans to yes. */
    private static final double VALUE_LEAN = 1.8;
    /** The same for a statement about two things. */
    private static final double THING_LEAN = 0.6;
    /** Most that a yes can add: the model finds likely what was not said. */
    private static final double MOST_FOR = 1.2;

    private static final double MOST_AGAINST = -3;

    private static final double WORDS_WEIGHT = 4.5;
    private static final double EVEN = 0.6;
    private static final double WHOLE_LABEL = 0.6;
    private static final double PART_OF_LABEL = -0.3;
    private static final double DENIED = -0.7;
    private static final double EDGE = 1e-4;

    private final LanguageModel model;
    private final Judge words;
    private final int most;

    ModelJudge(LanguageModel model, Judge words, int most) {
        this.model = model;
        this.words = words;
        this.most = most;
    }

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        List<Verdict> priors = words.judge(context, passage, worthAsking(proposals));
        Map<String, Double> answers = ask(context, passage, priors);
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict prior : priors) {
            double lean = prior.proposal().object().thing() == null ? VALUE_LEAN : THING_LEAN;
            double yes = answers.getOrDefault(prior.proposal().statement(), lean);
            double odds = Math.clamp(yes - lean, MOST_AGAINST, MOST_FOR) + prior(prior.proposal());
            String detail = "model " + Choosing.number(yes) + ", words " + Choosing.number(prior.probability()) + "; "
                    + prior.detail();
            verdicts.add(new Verdict(prior.proposal(), probability(odds), detail));
        }
        return verdicts;
    }

    /** @return log-odds before the model is asked */
    private static double prior(Proposal proposal) {
        return WORDS_WEIGHT * (proposal.strength() - EVEN)
                + (RulesJudge.whole(proposal) ? WHOLE_LABEL : PART_OF_LABEL)
                + (RulesJudge.denied(proposal) ? DENIED : 0);
    }

    /** The best proposals of each relation in each sentence, and of those the best of the passage. */
    private List<Proposal> worthAsking(List<Proposal> proposals) {
        List<Proposal> ranked = new ArrayList<>(proposals);
        ranked.removeIf(p -> p.strength() < WORTH);
        ranked.sort(Comparator.comparingDouble(Proposal::strength)
                .reversed()
                .thenComparing(Proposal::statement)
                .thenComparingInt(p -> p.sentence().begin()));
        Map<String, Integer> asked = new HashMap<>();
        List<Proposal> kept = new ArrayList<>();
        for (Proposal proposal : ranked) {
            String group = proposal.relation().iri() + " " + proposal.sentence().begin();
            if (kept.size() < most && asked.merge(group, 1, Integer::sum) <= RIVALS) {
                kept.add(proposal);
            }
        }
        return kept;
    }

    /** @return log-odds of yes for each statement */
    private Map<String, Double> ask(DocumentContext context, Passage passage, List<Verdict> priors) {
        Set<String> statements = new LinkedHashSet<>();
        priors.forEach(prior -> statements.add(prior.proposal().statement()));
        Map<String, Double> answers = new LinkedHashMap<>();
        if (statements.isEmpty()) {
            return answers;
        }
        List<String> asked = List.copyOf(statements);
        try (Context read = model.read("", prefix(context, passage))) {
            List<double[]> yes = read.choose(asked.stream()
                    .map(s -> Context.Question.yesNo("Does the text state this? " + s + ". Answer yes or no."))
                    .toList());
            for (int i = 0; i < asked.size(); i++) {
                answers.put(asked.get(i), logOdds(yes.get(i)[0]));
            }
        }
        return answers;
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

    static double logOdds(double probability) {
        double inside = Math.clamp(probability, EDGE, 1 - EDGE);
        return Math.log(inside / (1 - inside));
    }

    static double probability(double odds) {
        return Math.clamp(1 / (1 + Math.exp(-odds)), EDGE, 1 - EDGE);
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
