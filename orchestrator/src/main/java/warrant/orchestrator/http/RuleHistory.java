package warrant.orchestrator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import warrant.orchestrator.matter.MatterRules;
import warrant.orchestrator.matter.RuleVersions;
import warrant.rules.RuleBase;

/** What became known of a matter's rules, and when. */
public final class RuleHistory {
    private RuleHistory() {}

    /**
     * Rules that governed from a moment on.
     *
     * @param since the moment
     * @param hash of the rule base
     * @param changes against the version before, one a line
     */
    public record VersionView(String since, int rules, String hash, List<String> changes) {}

    /** @return oldest first */
    static List<VersionView> of(RuleVersions versions) {
        List<VersionView> views = new ArrayList<>();
        Map<String, String> before = Map.of();
        for (RuleVersions.Version version : versions.list()) {
            RuleBase base = MatterRules.read(version.folder()).ruleBase();
            Map<String, String> rules = own(base);
            List<String> changes = changes(before, rules);
            if (changes.isEmpty()) {
                changes.add("no rule, but the ontology, calendars, ranks, declarations or comments");
            }
            views.add(new VersionView(version.since().toString(), rules.size(), base.hash(), changes));
            before = rules;
        }
        return views;
    }

    /** @return version of each rule that the matter's files hold, by id */
    private static Map<String, String> own(RuleBase base) {
        Map<String, String> rules = new TreeMap<>();
        base.rules().stream()
                .filter(rule -> !rule.id().startsWith("ontology:"))
                .forEach(rule -> rules.put(rule.id(), rule.version()));
        return rules;
    }

    private static List<String> changes(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String id : ids) {
            if (!before.containsKey(id)) {
                changes.add("new: " + id);
            } else if (!after.containsKey(id)) {
                changes.add("gone: " + id);
            } else if (!before.get(id).equals(after.get(id))) {
                changes.add("changed: " + id);
            }
        }
        return changes;
    }
}
