package warrant.extraction.propose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import warrant.extraction.propose.Draft.DraftKind;
import warrant.extraction.propose.Draft.DraftRelation;
import warrant.extraction.propose.Draft.Sighting;

/** What was met so far, counted. */
final class Tally {
    private static final int EXAMPLES = 3;
    /** A class stands out where it makes up this share of what was met. */
    private static final double MOST = 0.6;

    private final Map<String, Met> kinds = new LinkedHashMap<>();
    private final Map<String, Said> relations = new LinkedHashMap<>();

    /** A class that was met. */
    private static final class Met {
        private String comment = "";
        private int count;
        private final TreeSet<String> names = new TreeSet<>();
    }

    /** A relation that was met. */
    private static final class Said {
        private final String label;
        private final String source;
        private final boolean object;
        private final Map<String, Integer> domains = new LinkedHashMap<>();
        private final Map<String, Integer> ranges = new LinkedHashMap<>();
        private final List<Sighting> sightings = new ArrayList<>();
        private int dated;

        private Said(String label, String source, boolean object) {
            this.label = label;
            this.source = source;
            this.object = object;
        }
    }

    /** @param comment empty: a usual one */
    void kind(String label, String name, String comment) {
        if (!label.isEmpty()) {
            Met met = kinds.computeIfAbsent(label, l -> new Met());
            met.count++;
            met.comment = met.comment.isEmpty() ? comment : met.comment;
            if (met.names.size() < EXAMPLES && !name.isBlank()) {
                met.names.add(name);
            }
        }
    }

    /**
     * @param domain label of the subject's class, or empty
     * @param range label of the object's class or IRI of a datatype, or empty
     * @param dated whether the sentence gives a day since or until which it holds
     */
    void relation(
            String label,
            String source,
            String domain,
            String range,
            boolean object,
            boolean dated,
            Sighting sighting) {
        if (!label.isEmpty()) {
            Said said = relations.computeIfAbsent(label + " " + object, l -> new Said(label, source, object));
            said.domains.merge(domain, 1, Integer::sum);
            said.ranges.merge(range, 1, Integer::sum);
            said.dated += dated ? 1 : 0;
            said.sightings.add(sighting);
        }
    }

    /**
     * @param least how often a relation of running text must have been met
     * @return what was met often enough, and the classes it needs
     */
    Draft draft(int least) {
        List<DraftRelation> drafted = new ArrayList<>();
        TreeSet<String> needed = new TreeSet<>();
        for (Said said : relations.values()) {
            if (said.sightings.size() >= least || !said.source.equals("text")) {
                DraftRelation relation = draft(said);
                drafted.add(relation);
                if (relation.domain() != null) {
                    needed.add(relation.domain());
                }
                if (said.object && relation.range() != null) {
                    needed.add(relation.range());
                }
            }
        }
        drafted.sort(Comparator.comparingInt(DraftRelation::count).reversed().thenComparing(DraftRelation::label));
        List<DraftKind> shown = new ArrayList<>();
        kinds.forEach((label, met) -> {
            if (met.count >= least || needed.contains(label)) {
                shown.add(new DraftKind(label, comment(label, met), met.count, List.copyOf(met.names)));
            }
        });
        needed.removeAll(kinds.keySet());
        needed.forEach(label -> shown.add(new DraftKind(label, article(label), 0, List.of())));
        shown.sort(Comparator.comparingInt(DraftKind::count).reversed().thenComparing(DraftKind::label));
        return new Draft(shown, drafted);
    }

    private static DraftRelation draft(Said said) {
        return new DraftRelation(
                said.label,
                outstanding(said.domains),
                outstanding(said.ranges),
                said.object,
                said.dated * 2 > said.sightings.size(),
                said.source,
                said.sightings.size(),
                said.sightings.stream().distinct().limit(EXAMPLES).toList());
    }

    private static @Nullable String outstanding(Map<String, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty() && each.getValue() >= MOST * all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String comment(String label, Met met) {
        return met.comment.isEmpty() ? article(label) : met.comment;
    }

    private static String article(String label) {
        return (label.matches("[aeiou].*") ? "An " : "A ") + label + ".";
    }
}
