package warrant.orchestrator.eval.contractnli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import warrant.extraction.relate.Level;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.eval.contractnli.Review.Answer;
import warrant.orchestrator.eval.contractnli.Review.Contract;
import warrant.orchestrator.eval.contractnli.Review.Label;
import warrant.orchestrator.eval.contractnli.Reviewer.Decision;
import warrant.orchestrator.eval.ranking.Ranking;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Journal;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;
import warrant.orchestrator.eval.suite.SuiteException;
import warrant.orchestrator.review.Calibration;

/**
 * Reviews non-disclosure agreements (ContractNLI, Koreeda and Manning 2021): the label of each hypothesis, and the
 * spans that are its evidence. A limit counts hypotheses of contracts; contracts are taken whole.
 */
public final class ContractNliSuite implements Suite {
    private final Minds minds;

    public ContractNliSuite(Minds minds) {
        this.minds = minds;
    }

    @Override
    public String name() {
        return "contractnli";
    }

    @Override
    public String purpose() {
        return "hypotheses about contracts, with evidence (ContractNLI)";
    }

    /** A hypothesis about a contract, what is right, and what was decided. */
    private record Judged(Contract contract, String key, Answer answer, Decision decision) {
        boolean right() {
            return answer.label() == decision.label();
        }

        double averagePrecision() {
            return Ranking.averagePrecision(decision.order(), answer.evidence());
        }
    }

    /** What a journal keeps of a contract: a decision a hypothesis, in order. */
    record Decided(List<Decision> decisions) {}

    @Override
    public Report run(Request request) {
        if (minds.level() == Level.RULES) {
            throw new SuiteException("this suite needs the encoder: --with encoder, or --with model");
        }
        Review review = Review.read(request.data());
        int contracts = Math.ceilDiv(request.limit(), review.hypotheses().size());
        List<Contract> sample = Sample.of(review.contracts(), contract -> "", contracts, request.seed());
        List<Judged> judged = judged(review.hypotheses(), sample, request);
        List<Item> items = judged.stream().map(ContractNliSuite::item).toList();
        int all = review.contracts().stream().mapToInt(c -> c.answers().size()).sum();
        return new Report(name(), all, request.seed(), items, measures(items, judged), notes(review, judged));
    }

    private List<Judged> judged(Map<String, String> hypotheses, List<Contract> sample, Request request) {
        List<String> asked = List.copyOf(hypotheses.values());
        Reviewer reviewer = new Reviewer(minds);
        List<Judged> judged = new ArrayList<>();
        try (Journal journal = Journal.open(request, name())) {
            for (Contract contract : sample) {
                String key = Hashes.of(minds.profile(), hash(asked), hash(contract.spans()));
                Iterator<Decision> decisions = journal.get(
                                key, Decided.class, () -> new Decided(reviewer.decide(contract, asked)))
                        .decisions()
                        .iterator();
                for (String hypothesis : hypotheses.keySet()) {
                    Decision decision = decisions.next();
                    Answer answer = contract.answers().get(hypothesis);
                    if (answer != null) {
                        judged.add(new Judged(contract, hypothesis, answer, decision));
                    }
                }
                request.progress().accept("  " + judged.size() + " hypotheses of " + sample.size() * asked.size());
            }
        }
        return judged;
    }

    private static String hash(List<String> texts) {
        return Hashes.of(texts.toArray(String[]::new));
    }

    private static Item item(Judged judged) {
        String remark = judged.right()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "wanted %s, decided %s at %.2f, evidence %s, first found %s",
                        judged.answer().label().word(),
                        judged.decision().label().word(),
                        judged.decision().sure(),
                        judged.answer().evidence(),
                        judged.decision().order().stream().limit(3).toList());
        return new Item(
                judged.contract().name() + " " + judged.key(),
                judged.key(),
                judged.right() ? Item.Outcome.RIGHT : Item.Outcome.WRONG,
                remark);
    }

    private static Map<String, Double> measures(List<Item> items, List<Judged> judged) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("accuracy", Report.accuracy(items));
        measures.put(
                "evidence mAP",
                judged.stream()
                        .filter(each -> !each.answer().evidence().isEmpty())
                        .mapToDouble(Judged::averagePrecision)
                        .average()
                        .orElse(0));
        measures.put("expected calibration error", calibration(judged).error());
        for (Label label : Label.values()) {
            measures.put("F1 of " + label.word(), f1(judged, label));
        }
        return measures;
    }

    private static Calibration calibration(List<Judged> judged) {
        return Calibration.of(judged.stream()
                .map(each -> new Calibration.Judged(each.key(), each.decision().sure(), each.right()))
                .toList());
    }

    private static double f1(List<Judged> judged, Label label) {
        long wanted = judged.stream().filter(j -> j.answer().label() == label).count();
        long decided =
                judged.stream().filter(j -> j.decision().label() == label).count();
        long both = judged.stream()
                .filter(j -> j.answer().label() == label && j.right())
                .count();
        return wanted + decided == 0 ? 0 : 2.0 * both / (wanted + decided);
    }

    private static List<String> notes(Review review, List<Judged> judged) {
        List<String> notes = new ArrayList<>();
        notes.add("read " + review.file() + "; evidence mAP is over the hypotheses that have evidence");
        notes.add("how often what is right (rows) was decided to be (columns) "
                + String.join(
                        ", ", List.of(Label.values()).stream().map(Label::word).toList()) + ":");
        for (Label wanted : Label.values()) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %-13s", wanted.word()));
            for (Label decided : Label.values()) {
                row.append(String.format(
                        Locale.ROOT,
                        "%6d",
                        judged.stream()
                                .filter(j -> j.answer().label() == wanted
                                        && j.decision().label() == decided)
                                .count()));
            }
            notes.add(row.toString());
        }
        return notes;
    }
}
