package warrant.orchestrator.eval.proverqa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;

/** Accuracy on ProverQA (Qi et al., 2025) from the gold formulas of its files. */
public final class ProverQaSuite implements Suite {
    @Override
    public String name() {
        return "proverqa";
    }

    @Override
    public String purpose() {
        return "problems of ProverQA from their gold formulas";
    }

    @Override
    public Report run(Request request) {
        List<ProverProblem> all = ProverProblem.read(request.data());
        List<ProverProblem> sample =
                Sample.of(all, problem -> problem.level() + problem.answer(), request.limit(), request.seed());
        List<Proving> solved = sample.stream().map(Proving::of).toList();
        Map<String, Double> measures = new LinkedHashMap<>();
        new TreeMap<>(solved.stream()
                        .collect(Collectors.groupingBy(one -> one.problem().level())))
                .forEach((level, ones) -> {
                    measures.put(level + " accuracy", Report.accuracy(items(ones)));
                    List<Proving> plain =
                            ones.stream().map(ProverQaSuite::plain).toList();
                    measures.put(level + " accuracy, inflected names read as one", Report.accuracy(items(plain)));
                });
        measures.put("proofs checked", (double)
                solved.stream().filter(Proving::proved).count());
        measures.put("proofs accepted", (double)
                solved.stream().filter(Proving::accepted).count());
        measures.put("formulas that rules cannot say", (double)
                solved.stream().mapToInt(one -> one.unsaid().size()).sum());
        List<String> notes = new ArrayList<>();
        solved.forEach(one -> one.unsaid()
                .forEach(why -> notes.add("not said in " + one.problem().id() + ": " + why)));
        return new Report(name(), all.size(), request.seed(), items(solved), measures, notes);
    }

    /**
     * The formulas of a problem sometimes name one thing in two ways: {@code keep_promises}, {@code keeps_promises}.
     */
    private static Proving plain(Proving solved) {
        ProverProblem plain = solved.problem().plain();
        boolean same =
                plain.predicates().size() == solved.problem().predicates().size();
        return same ? solved : Proving.of(plain);
    }

    private static List<Item> items(List<Proving> solved) {
        return solved.stream().map(Proving::item).toList();
    }
}
