package warrant.orchestrator.eval.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a suite measured.
 *
 * @param of how many items the data set has; more than {@code items} where a sample was taken
 * @param measures the measures of the field by name, in the order in which they are printed
 * @param notes what a reader must know, one sentence each
 */
public record Report(
        String suite, int of, long seed, List<Item> items, Map<String, Double> measures, List<String> notes) {

    public Report {
        items = List.copyOf(items);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        notes = List.copyOf(notes);
    }

    /** @throws IllegalArgumentException naming those there are, if there is none of that name */
    public double measure(String name) {
        Double value = measures.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no measure '" + name + "', there are " + measures.keySet());
        }
        return value;
    }

    public int count(Item.Outcome outcome) {
        return (int) items.stream().filter(item -> item.outcome() == outcome).count();
    }

    /** @return right items among all, those abstained included; 0 where there are none */
    public static double accuracy(List<Item> items) {
        long right = items.stream()
                .filter(item -> item.outcome() == Item.Outcome.RIGHT)
                .count();
        return items.isEmpty() ? 0 : (double) right / items.size();
    }
}
