package warrant.orchestrator.eval.cranfield;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * What is relevant to which query.
 *
 * @param byQuery for the place of a query in its file, from 1, the gain of each relevant document
 */
record Judgements(Map<Integer, Map<Integer, Integer>> byQuery) {
    private static final int TREC_COLUMNS = 4;
    private static final int BEST = 5;

    /**
     * Reads the collection's own file (query, document, grade from 1, the most useful, to 4; -1 the document that the
     * query was made from) or that of trec_eval (query, anything, document, gain).
     */
    static Judgements read(Path file) throws IOException {
        Map<Integer, Map<Integer, Integer>> byQuery = new TreeMap<>();
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\\R")) {
            String[] parts = line.strip().split("\\s+");
            if (line.isBlank()) {
                continue;
            }
            try {
                int query = Integer.parseInt(parts[0]);
                boolean trec = parts.length >= TREC_COLUMNS;
                int document = Integer.parseInt(parts[trec ? 2 : 1]);
                int grade = Integer.parseInt(parts[trec ? 3 : 2]);
                int gain = trec ? grade : grade < 0 ? BEST : BEST - grade;
                if (gain > 0) {
                    byQuery.computeIfAbsent(query, q -> new LinkedHashMap<>()).put(document, gain);
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new SuiteException(file + " has a line that is no judgement: '" + line + "'", e);
            }
        }
        return new Judgements(byQuery);
    }
}
