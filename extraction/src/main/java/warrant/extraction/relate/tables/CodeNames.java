package warrant.extraction.relate.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.graph.Labels;

/**
 * Replaces numbers that things go by with their names, where another table or text gives both. A table that knows a
 * thing by its number only says of that number that it is the thing's; this is where the other half is looked for.
 */
public final class CodeNames {
    private CodeNames() {}

    /** What a number belongs to: relation and number. */
    private record Code(String relation, String number) {}

    /** A thing as a table without its name has it. */
    private record Bare(String kind, String number) {}

    /** @return the extractions, with a thing's name in the place of its number wherever one thing alone has it */
    public static List<Extraction> resolved(List<Extraction> extractions) {
        Map<Code, Set<String>> owners = new HashMap<>();
        Map<Bare, Code> bare = new HashMap<>();
        extractions.stream().flatMap(e -> e.findings().stream()).forEach(finding -> collect(finding, owners, bare));
        Map<Bare, String> names = new HashMap<>();
        bare.forEach((thing, code) -> {
            Set<String> known = owners.getOrDefault(code, Set.of());
            if (known.size() == 1) {
                names.put(thing, known.iterator().next());
            }
        });
        return names.isEmpty()
                ? extractions
                : extractions.stream().map(e -> renamed(e, names)).toList();
    }

    private static void collect(Finding finding, Map<Code, Set<String>> owners, Map<Bare, Code> bare) {
        if (finding.object() instanceof Side.Value value) {
            String number = value.literal().lexical();
            Code code = new Code(finding.relation(), Labels.normal(number));
            if (isOwn(finding)) {
                bare.put(new Bare(finding.subject().kind(), number), code);
            } else {
                owners.computeIfAbsent(code, c -> new TreeSet<>())
                        .add(finding.subject().name());
            }
        }
    }

    /** @return whether it says of a number that it is its own */
    private static boolean isOwn(Finding finding) {
        return finding.method().equals(RowFindings.METHOD)
                && finding.object() instanceof Side.Value value
                && value.literal().lexical().equals(finding.subject().name());
    }

    private static Extraction renamed(Extraction extraction, Map<Bare, String> names) {
        List<Finding> findings = extraction.findings().stream()
                .filter(finding -> !(isOwn(finding) && names.containsKey(bare(finding.subject()))))
                .map(finding -> new Finding(
                        renamed(finding.subject(), names),
                        finding.relation(),
                        finding.object() instanceof Side.Named named ? renamed(named, names) : finding.object(),
                        finding.valid(),
                        finding.evidence(),
                        finding.confidence(),
                        finding.method(),
                        finding.profile()))
                .toList();
        return new Extraction(findings, extraction.rejections());
    }

    private static Bare bare(Side.Named side) {
        return new Bare(side.kind(), side.name());
    }

    private static Side.Named renamed(Side.Named side, Map<Bare, String> names) {
        String name = names.get(bare(side));
        return name == null ? side : new Side.Named(name, side.kind(), side.quotation());
    }
}
