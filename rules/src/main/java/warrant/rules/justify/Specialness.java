package warrant.rules.justify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import warrant.rules.Condition;
import warrant.rules.Rule;
import warrant.rules.RuleForm;

/**
 * Whether the conditions of one rule are a proper superset of another's, up to renaming of variables. Exceptions count
 * as conditions.
 */
public final class Specialness {
    private static final Pattern VARIABLE =
            Pattern.compile("\\(var \"([^\"]+)\"\\)|\\(fold \"([^\"]+)\" (\\w+) \"([^\"]+)\"");
    private static final int MOST_TRIES = 100_000;

    private final List<Shape> more;
    private final List<Shape> fewer;
    private int tries;

    /** A condition as text with its variables taken out, and those variables in order. */
    private record Shape(String text, List<String> variables) {}

    private Specialness(Rule more, Rule fewer) {
        this(shapes(more), shapes(fewer));
    }

    private Specialness(List<Shape> more, List<Shape> fewer) {
        this.more = more;
        this.fewer = fewer;
    }

    /**
     * @param more of one rule, conditions and whatever must agree with them
     * @param fewer of another
     * @return whether all of these are among those, up to renaming of variables
     */
    public static boolean covers(List<Condition> more, List<Condition> fewer) {
        Specialness comparison = new Specialness(shapes(more), shapes(fewer));
        return comparison.more.size() >= comparison.fewer.size()
                && comparison.embeds(0, new HashMap<>(), new boolean[comparison.more.size()]);
    }

    static boolean of(Rule more, Rule fewer) {
        Specialness comparison = new Specialness(more, fewer);
        return comparison.more.size() > comparison.fewer.size()
                && comparison.embeds(0, new HashMap<>(), new boolean[comparison.more.size()]);
    }

    private static List<Shape> shapes(Rule rule) {
        List<Condition> conditions = new ArrayList<>(rule.body());
        rule.unless().forEach(exception -> conditions.add(new Condition.Not(exception)));
        return shapes(conditions);
    }

    private static List<Shape> shapes(List<Condition> conditions) {
        return conditions.stream()
                .map(RuleForm::write)
                .distinct()
                .map(Specialness::shape)
                .toList();
    }

    private static Shape shape(String text) {
        List<String> variables = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                variables.add(matcher.group(1));
                matcher.appendReplacement(plain, "(var)");
            } else {
                variables.add(matcher.group(2));
                variables.add(matcher.group(4));
                matcher.appendReplacement(plain, "(fold " + matcher.group(3));
            }
        }
        matcher.appendTail(plain);
        return new Shape(plain.toString(), variables);
    }

    private boolean embeds(int at, Map<String, String> names, boolean[] used) {
        if (at == fewer.size()) {
            return true;
        }
        Shape wanted = fewer.get(at);
        for (int i = 0; i < more.size() && tries++ < MOST_TRIES; i++) {
            Map<String, String> renamed = !used[i] && more.get(i).text().equals(wanted.text())
                    ? rename(wanted.variables(), more.get(i).variables(), names)
                    : Map.of();
            if (!used[i] && more.get(i).text().equals(wanted.text()) && consistent(renamed, wanted)) {
                used[i] = true;
                if (embeds(at + 1, renamed, used)) {
                    return true;
                }
                used[i] = false;
            }
        }
        return false;
    }

    private static boolean consistent(Map<String, String> renamed, Shape wanted) {
        return renamed.keySet().containsAll(wanted.variables());
    }

    /** @return the renaming extended, one to one; empty when it cannot be */
    private static Map<String, String> rename(List<String> from, List<String> to, Map<String, String> names) {
        Map<String, String> longer = new HashMap<>(names);
        for (int i = 0; i < from.size(); i++) {
            String known = longer.get(from.get(i));
            if (known == null && !longer.containsValue(to.get(i))) {
                longer.put(from.get(i), to.get(i));
            } else if (!to.get(i).equals(known)) {
                return Map.of();
            }
        }
        return longer;
    }
}
