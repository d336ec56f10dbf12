package warrant.rules.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON tree with one thing changed, in every way: each text, number and truth value, each list shortened and doubled.
 */
final class Mutants {
    private Mutants() {}

    /** A changed tree, and the path to what was changed. */
    record Mutant(Object tree, String path) {}

    static List<Mutant> of(@Nullable Object tree) {
        List<Mutant> all = new ArrayList<>();
        changes(tree, "").forEach(change -> {
            if (change.value() != null) {
                all.add(new Mutant(change.value(), change.path()));
            }
        });
        return all;
    }

    private record Changed(@Nullable Object value, String path) {}

    private static List<Changed> changes(@Nullable Object tree, String path) {
        List<Changed> all = new ArrayList<>();
        switch (tree) {
            case null -> all.add(new Changed("2024-01-01", path));
            case Map<?, ?> map ->
                map.forEach((name, value) -> changes(value, path + "/" + name).forEach(change -> {
                    Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
                    copy.put(name, change.value());
                    all.add(new Changed(copy, change.path()));
                }));
            case List<?> list -> lists(list, path, all);
            case String text -> texts(text, path, all);
            case Long number -> all.add(new Changed(number + 1, path));
            case Boolean truth -> all.add(new Changed(!truth, path));
            default -> throw new IllegalArgumentException("not JSON: " + tree);
        }
        return all;
    }

    private static void lists(List<?> list, String path, List<Changed> all) {
        for (int i = 0; i < list.size(); i++) {
            int at = i;
            changes(list.get(i), path + "/" + i).forEach(change -> {
                List<@Nullable Object> copy = new ArrayList<>(list);
                copy.set(at, change.value());
                all.add(new Changed(copy, change.path()));
            });
            List<@Nullable Object> shorter = new ArrayList<>(list);
            shorter.remove(i);
            all.add(new Changed(shorter, path));
        }
    }

    private static void texts(String text, String path, List<Changed> all) {
        all.add(new Changed(text + "x", path));
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            all.add(new Changed(java.time.LocalDate.parse(text).plusDays(1).toString(), path));
        }
        if (text.matches("[0-9]+")) {
            all.add(new Changed(text + "1", path));
        }
        if (text.startsWith("urn:e:")) {
            all.add(new Changed(text.equals("urn:e:one") ? "urn:e:two" : "urn:e:one", path));
        }
        if (!text.isEmpty()) {
            all.add(new Changed(text.substring(0, text.length() - 1), path));
        }
    }
}
