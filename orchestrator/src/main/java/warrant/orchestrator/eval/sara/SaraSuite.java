package warrant.orchestrator.eval.sara;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;

/**
 * Accuracy on SARA (Holzenberger et al., 2020), facts as given: whether a provision applies, and tax amounts to the
 * dollar and, as the paper has it, within a tenth or 5,000 dollars.
 */
public final class SaraSuite implements Suite {
    @Override
    public String name() {
        return "sara";
    }

    @Override
    public String purpose() {
        return "tax cases, facts as given, by nine sections of the statute as rules (SARA)";
    }

    @Override
    public Report run(Request request) {
        Statute statute = Statute.shipped();
        List<SaraCase> all = SaraCase.read(request.data());
        Citations citations = Citations.check(statute.rules(), request.data());
        List<SaraCase> sample = Sample.of(all, item -> item.kind() + item.holds(), request.limit(), request.seed());
        List<Decided> decided = new ArrayList<>();
        for (SaraCase item : sample) {
            decided.add(Decided.of(statute, item));
            if (decided.size() % 50 == 0) {
                request.progress().accept("  " + decided.size() + " of " + sample.size() + " cases");
            }
        }
        return new Report(
                name(),
                all.size(),
                request.seed(),
                decided.stream().map(Decided::item).toList(),
                measures(decided, citations),
                notes(decided, citations));
    }

    private static Map<String, Double> measures(List<Decided> decided, Citations citations) {
        List<Decided> tax =
                decided.stream().filter(one -> one.of().asksForTax()).toList();
        List<Decided> rest =
                decided.stream().filter(one -> !one.of().asksForTax()).toList();
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("entailment accuracy", Report.accuracy(items(rest)));
        measures.put("tax to the dollar", Report.accuracy(items(tax)));
        measures.put("tax within a tenth or $5,000", share(tax, Decided::isClose));
        measures.put("goals that hold", (double)
                decided.stream().filter(Decided::found).count());
        measures.put("… with accepted proofs", (double)
                decided.stream().filter(Decided::accepted).count());
        measures.put("citations found in the statutes", (double) citations.found());
        measures.put("citations not found", (double) citations.missing().size());
        return measures;
    }

    private static List<Item> items(List<Decided> decided) {
        return decided.stream().map(Decided::item).toList();
    }

    private static double share(List<Decided> decided, Predicate<Decided> which) {
        return decided.isEmpty() ? 0 : (double) decided.stream().filter(which).count() / decided.size();
    }

    private static List<String> notes(List<Decided> decided, Citations citations) {
        List<String> notes = new ArrayList<>(citations.missing());
        decided.forEach(one -> one.rejected()
                .forEach(why -> notes.add("proof not accepted in " + one.of().id() + ": " + why)));
        return notes;
    }
}
