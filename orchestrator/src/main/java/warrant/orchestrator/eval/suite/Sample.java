package warrant.orchestrator.eval.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Takes a part of a data set that has its kinds of items in about their shares. */
public final class Sample {
    private Sample() {}

    /**
     * A stratified sample: each stratum is shuffled, and the item at place {@code i} of {@code n} comes at {@code (i +
     * ½) / n} of the whole, so that any number of first items has every stratum in its share.
     *
     * @param limit 0: all
     * @return in the order of the data set
     */
    public static <T> List<T> of(List<T> all, Function<T, String> stratum, int limit, long seed) {
        if (limit == 0 || limit >= all.size()) {
            return List.copyOf(all);
        }
        Map<String, List<Integer>> strata = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            strata.computeIfAbsent(stratum.apply(all.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        List<Place> places = new ArrayList<>();
        Random random = new Random(seed);
        for (List<Integer> one : strata.values()) {
            Collections.shuffle(one, random);
            for (int i = 0; i < one.size(); i++) {
                places.add(new Place((i + 0.5) / one.size(), one.get(i)));
            }
        }
        return places.stream()
                .sorted(Comparator.comparingDouble(Place::share))
                .limit(limit)
                .map(Place::index)
                .sorted()
                .map(all::get)
                .toList();
    }

    private record Place(double share, int index) {}
}
