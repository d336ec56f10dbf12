package warrant.orchestrator.eval.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a report for people. */
public final class ReportText {
    private ReportText() {}

    /** @param details every item that was not right, rather than the counts alone */
    public static List<String> of(Report report, boolean details) {
        List<String> lines = new ArrayList<>();
        boolean sampled = report.items().size() < report.of();
        lines.add(report.suite() + ": " + report.items().size() + " of " + report.of() + " items"
                + (sampled ? ", a stratified sample with seed " + report.seed() : ""));
        report.measures().forEach((name, value) -> lines.add("  " + name + ": " + number(value)));
        lines.add("items: " + report.count(Item.Outcome.RIGHT) + " right, " + report.count(Item.Outcome.WRONG)
                + " wrong, " + report.count(Item.Outcome.ABSTAINED) + " abstained");
        if (details) {
            lines.addAll(kinds(report));
            report.items().stream()
                    .filter(item -> item.outcome() != Item.Outcome.RIGHT)
                    .forEach(item -> lines.add("  " + word(item.outcome()) + " " + item.id() + " (" + item.stratum()
                            + "): " + item.remark()));
        }
        lines.addAll(report.notes());
        return lines;
    }

    private static List<String> kinds(Report report) {
        Map<String, List<Item>> kinds = report.items().stream()
                .collect(Collectors.groupingBy(Item::stratum, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> "  of " + kind.getKey() + ": "
                        + kind.getValue().stream()
                                .filter(item -> item.outcome() == Item.Outcome.RIGHT)
                                .count()
                        + " right of " + kind.getValue().size())
                .toList();
    }

    private static String word(Item.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** Counts without a point, shares with four places. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
