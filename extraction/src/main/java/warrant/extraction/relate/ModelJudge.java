package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import warrant.graph.Ontology;
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

    /** Relations whose usual answers are asked for together. */
    private static final int GROUP = 8;

    /** Puts the odds of what is said in other words on the scale of the rest: 0.55 there is 0.63 here. */
    private static final double UNWORDED = 0.33;

    /** Says nothing that an ontology could be about. */
    private static final String NEUTRAL =
            "Text of \"Note\":\nThe meeting was held in the morning. The weather was fine, "
                    + "and those present had nothing to add.\n\n";

    private final LanguageModel model;
    private final Ontology ontology;
    private final int most;
    private final List<String> relations;
    private final Map<String, Double> baselines = new HashMap<>();

    ModelJudge(Ontology ontology, LanguageModel model, int most) {
        this.ontology = ontology;
        this.model = model;
        this.most = most;
        this.relations = ontology.relations().keySet().stream().sorted().toList();
    }

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        List<Proposal> asked = worthAsking(proposals);
        Map<String, Double> answers = ask(context, passage, asked);
        Map<String, Double> usual = baselines(asked);
        List<Verdict> verdicts = new ArrayList<>();
        for (Proposal proposal : asked) {
            double yes = answers.getOrDefault(question(proposal), 0.0);
            double baseline = usual.getOrDefault(proposal.relation().iri(), 0.0);
            double odds = Worded.weighs(proposal)
                    ? Worded.odds(proposal, yes)
                    : Weighing.odds(proposal, yes, baseline) + UNWORDED;
            String detail = "model " + Choosing.number(yes) + ", usually " + Choosing.number(baseline) + "; "
                    + RulesJudge.detail(proposal) + ", nearness " + Choosing.number(proposal.near());
            verdicts.add(new Verdict(proposal, YesNo.probability(odds), detail));
        }
        return verdicts;
    }

    /** The best proposals of each relation in each sentence, and of those the best of the passage. */
    private List<Proposal> worthAsking(List<Proposal> proposals) {
        List<Proposal> ranked = new ArrayList<>(proposals);
        ranked.removeIf(p -> Worded.weighs(p) ? !Worded.worthAsking(p) : Weighing.prior(p) + Weighing.most() < 0);
        ranked.sort(Comparator.comparing((Proposal p) -> !Worded.weighs(p))
                .thenComparingDouble(p -> Worded.weighs(p) ? -p.strength() : -Weighing.prior(p))
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

    /** @return log-odds of yes for each question */
    private Map<String, Double> ask(DocumentContext context, Passage passage, List<Proposal> proposals) {
        Set<String> questions = new LinkedHashSet<>();
        proposals.forEach(proposal -> questions.add(question(proposal)));
        return YesNo.ask(model, prefix(context, passage), questions);
    }

    /** What is said of the relation comes first, so that the questions about one relation share it. */
    private static String question(Relation relation, String statement) {
        String about =
                relation.comment().isEmpty() ? "" : Wording.words(relation.label()) + ": " + relation.comment() + "\n";
        return about + YesNo.stated(statement);
    }

    private static String question(Proposal proposal) {
        return Worded.weighs(proposal)
                ? YesNo.stated(proposal.statement())
                : question(proposal.relation(), proposal.statement());
    }

    /**
     * Relations are asked about in fixed groups, when one of a group is first needed: so an answer is the same whatever
     * was read before.
     *
     * @return log-odds of yes for the relations of proposals where nothing is stated: how easily the model says it
     */
    private synchronized Map<String, Double> baselines(List<Proposal> proposals) {
        for (Proposal proposal : proposals) {
            if (!baselines.containsKey(proposal.relation().iri())) {
                int at = relations.indexOf(proposal.relation().iri()) / GROUP * GROUP;
                baselines.putAll(usualOf(relations.subList(at, Math.min(relations.size(), at + GROUP))));
            }
        }
        return Map.copyOf(baselines);
    }

    private Map<String, Double> usualOf(List<String> group) {
        Map<String, String> questions = new LinkedHashMap<>();
        group.forEach(iri -> ontology.relation(iri).ifPresent(relation -> questions.put(iri, usual(relation))));
        Map<String, Double> answers = YesNo.ask(model, NEUTRAL, new LinkedHashSet<>(questions.values()));
        Map<String, Double> found = new LinkedHashMap<>();
        questions.forEach((iri, question) -> found.put(iri, answers.getOrDefault(question, 0.0)));
        return found;
    }

    private static String usual(Relation relation) {
        String statement = Ranges.takesTruth(relation)
                ? Wording.flag("this", relation, true)
                : Wording.sentence("this", relation, relation.object() ? "the other" : "that");
        return question(relation, statement);
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
