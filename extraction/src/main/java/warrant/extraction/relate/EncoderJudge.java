package warrant.extraction.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import warrant.graph.Ontology.Relation;
import warrant.graph.Passage;
import warrant.llm.Encoder;

/** Like rules, but a sentence may also be near in meaning to what the ontology says of the relation. */
final class EncoderJudge implements Judge {
    /** Inner product of unit vectors from which a sentence counts as near. */
    private static final double NEAR = 0.45;

    private static final double WORTH = 0.3;

    private final Encoder encoder;
    private final RulesJudge rules = new RulesJudge();
    private final Map<String, float[]> relations = new ConcurrentHashMap<>();

    EncoderJudge(Encoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public List<Verdict> judge(DocumentContext context, Passage passage, List<Proposal> proposals) {
        List<Proposal> worth =
                proposals.stream().filter(p -> p.strength() >= WORTH).toList();
        Map<String, float[]> sentences = new HashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Verdict verdict : rules.judge(context, passage, worth)) {
            Proposal proposal = verdict.proposal();
            double alike = product(
                    relations.computeIfAbsent(proposal.relation().iri(), r -> vector(description(proposal.relation()))),
                    sentences.computeIfAbsent(proposal.sentence().text(), this::vector));
            boolean helped = alike >= NEAR && !RulesJudge.whole(proposal);
            double probability = helped ? verdict.probability() / RulesJudge.PARTIAL : verdict.probability();
            verdicts.add(
                    new Verdict(proposal, probability, "nearness " + Choosing.number(alike) + "; " + verdict.detail()));
        }
        return verdicts;
    }

    private static String description(Relation relation) {
        return String.join(", ", relation.labels()) + ". " + relation.comment();
    }

    private float[] vector(String text) {
        return encoder.encode(List.of(text)).getFirst();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public String method() {
        return "rules";
    }

    @Override
    public String profile() {
        return "rules+encoder";
    }
}
