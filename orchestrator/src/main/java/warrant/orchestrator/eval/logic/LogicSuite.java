package warrant.orchestrator.eval.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;

/**
 * Accuracy on ProofWriter and PrOntoQA with the programs as recorded. With the option {@code polarity} each recorded
 * query is compared with the sentence that was asked about: a query whose answer is the contrary of the right one was
 * flipped when it was written, and the comparison, which never sees the right answer, should flag it.
 */
public final class LogicSuite implements Suite {
    /** The option that compares queries with sentences. */
    public static final String POLARITY = "polarity";

    @Override
    public String name() {
        return "logic";
    }

    @Override
    public String purpose() {
        return "programs recorded for ProofWriter and PrOntoQA (Logic-LM)";
    }

    @Override
    public Report run(Request request) {
        List<Problem> all = Problem.read(request.data());
        List<Problem> sample =
                Sample.of(all, problem -> problem.set() + problem.answer(), request.limit(), request.seed());
        List<Solved> solved = sample.stream().map(Solved::of).toList();
        Map<String, Double> measures = new LinkedHashMap<>();
        new TreeMap<>(solved.stream()
                        .collect(Collectors.groupingBy(one -> one.problem().set())))
                .forEach((set, ones) -> measures(set, ones, request.has(POLARITY), measures));
        measures.put("proofs checked", sum(solved, Solved::proved));
        measures.put("proofs accepted", sum(solved, one -> one.proved() && one.accepted()));
        List<Item> items = solved.stream().map(Solved::item).toList();
        return new Report(name(), all.size(), request.seed(), items, measures, notes(solved));
    }

    private static void measures(String set, List<Solved> solved, boolean polarity, Map<String, Double> measures) {
        measures.put(
                set + " accuracy",
                Report.accuracy(solved.stream().map(Solved::item).toList()));
        if (polarity) {
            measures.put(set + " accuracy, flagged queries turned", sum(solved, Solved::isRightTurned) / solved.size());
            flagged(set + " flipped (proves the contrary of the right answer)", solved, Solved::isFlipped, measures);
            flagged(set + " right, flipped or not", solved, Solved::isRight, measures);
            flagged(set + " undecided and wrong", solved, one -> !one.isFlipped() && !one.isRight(), measures);
        }
    }

    private static void flagged(
            String name, List<Solved> solved, Predicate<Solved> which, Map<String, Double> measures) {
        measures.put(name, sum(solved, which));
        measures.put(name + ": flagged", sum(solved, which.and(Solved::flagged)));
    }

    private static double sum(List<Solved> solved, Predicate<Solved> which) {
        return solved.stream().filter(which).count();
    }

    private static List<String> notes(List<Solved> solved) {
        List<String> notes = new ArrayList<>();
        for (Solved one : solved) {
            one.unread()
                    .forEach(line -> notes.add("not read in " + one.problem().id() + ": " + line));
        }
        return notes;
    }
}
