package warrant.extraction.alike;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import warrant.graph.Document;
import warrant.graph.Page;

/**
 * Two documents that are nearly the same.
 *
 * @param first name of the one that comes first by date, where both bear one, else by name
 * @param second name of the other one
 * @param likeness estimated share of their runs of words that they have in common, from 0 to 1
 * @param kind what that makes them
 */
public record Alike(String first, String second, double likeness, Kind kind) {
    private static final double COPY = 0.95;
    private static final double VERSION = 0.5;
    private static final int BANDS = 32;

    /** What two documents are to each other. */
    public enum Kind {
        /** The same words but for a few. */
        COPY,
        /** Much the same words under the same title: one document at two times. */
        VERSION
    }

    /**
     * Compares documents, without comparing each with each: only those that agree in one band of their sketches.
     *
     * @return pairs, in the order of the documents
     */
    public static List<Alike> among(List<Document> documents) {
        List<long[]> sketches = documents.stream()
                .map(document ->
                        MinHash.of(document.pages().stream().map(Page::text).collect(Collectors.joining("\n"))))
                .toList();
        Map<List<Long>, List<Integer>> bands = new HashMap<>();
        Set<List<Integer>> met = new HashSet<>();
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            for (List<Long> band : bands(sketches.get(i))) {
                List<Integer> same = bands.computeIfAbsent(band, b -> new ArrayList<>());
                for (int other : same) {
                    if (met.add(List.of(other, i))) {
                        double likeness = MinHash.likeness(sketches.get(other), sketches.get(i));
                        add(documents.get(other), documents.get(i), likeness, alike);
                    }
                }
                same.add(i);
            }
        }
        return alike;
    }

    private static List<List<Long>> bands(long[] sketch) {
        int rows = MinHash.SIZE / BANDS;
        List<List<Long>> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            List<Long> key = new ArrayList<>(List.of((long) band));
            for (int row = 0; row < rows; row++) {
                key.add(sketch[band * rows + row]);
            }
            bands.add(key);
        }
        return bands;
    }

    private static void add(Document a, Document b, double likeness, List<Alike> alike) {
        boolean later = a.date() != null && b.date() != null && a.date().isAfter(b.date());
        Document first = later ? b : a;
        Document second = later ? a : b;
        if (likeness >= COPY) {
            alike.add(new Alike(first.name(), second.name(), likeness, Kind.COPY));
        } else if (likeness >= VERSION && title(a).equals(title(b))) {
            alike.add(new Alike(first.name(), second.name(), likeness, Kind.VERSION));
        }
    }

    /** A title without what tells versions apart: numbers, {@code draft}, {@code final}. */
    private static String title(Document document) {
        return document.title()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("\\.[a-z]{2,4}$", "")
                .replaceAll("\\b(?:draft|final|entwurf|endfassung|version|v|rev)\\b|[^\\p{L}]+", " ")
                .strip();
    }
}
