package warrant.orchestrator.eval.cranfield;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import warrant.extraction.relate.Level;
import warrant.orchestrator.eval.cranfield.SmartFile.Entry;
import warrant.orchestrator.eval.ranking.Ranking;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;
import warrant.orchestrator.eval.suite.SuiteException;
import warrant.orchestrator.search.Meanings;
import warrant.orchestrator.search.Scored;
import warrant.orchestrator.search.Search;

/**
 * Finds the abstracts that answer the queries of the Cranfield collection (Cleverdon 1967). All judged documents count
 * as relevant, as is usual; grades count in nDCG alone.
 */
public final class CranfieldSuite implements Suite {
    private static final int DEPTH = 10;
    private static final int ALL = 1000;

    private final Minds minds;

    public CranfieldSuite(Minds minds) {
        this.minds = minds;
    }

    @Override
    public String name() {
        return "cranfield";
    }

    @Override
    public String purpose() {
        return "abstracts found for queries (Cranfield)";
    }

    /** The collection as it lies in a folder. */
    private record Collection(List<Entry> documents, List<Entry> queries, Judgements judgements) {
        static Collection read(Path folder) {
            try {
                return new Collection(
                        SmartFile.read(file(folder, name -> name.startsWith("cran.all"), "cran.all*")),
                        SmartFile.read(file(folder, name -> name.startsWith("cran.qry"), "cran.qry")),
                        Judgements.read(file(folder, name -> name.contains("qrel"), "a file with qrel in its name")));
            } catch (IOException e) {
                throw new SuiteException("cannot read " + folder + ": " + e.getMessage(), e);
            }
        }

        private static Path file(Path folder, Predicate<String> wanted, String words) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file ->
                                wanted.test(file.getFileName().toString().toLowerCase(Locale.ROOT)))
                        .min(Path::compareTo)
                        .orElseThrow(() -> new SuiteException("there is no " + words + " in " + folder));
            }
        }
    }

    /** @param number its place in the file, by which judgements name it */
    private record Query(int number, String text, Map<Integer, Integer> gains) {}

    @Override
    public Report run(Request request) {
        Collection collection = Collection.read(request.data());
        List<Query> queries = queries(collection);
        if (queries.isEmpty()) {
            throw new SuiteException("no query in " + request.data() + " has a judgement");
        }
        List<Query> asked = Sample.of(queries, query -> "", request.limit(), request.seed());
        Search<Entry> search =
                Search.over(collection.documents(), CranfieldSuite::text, "en", new Meanings(minds.encoder()));
        boolean words = minds.level() == Level.RULES;
        if (!words) {
            request.progress().accept("encoding " + collection.documents().size() + " documents");
        }
        List<List<Integer>> found = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Query query : asked) {
            List<Scored<Entry>> best = words ? search.byWords(query.text(), ALL) : search.near(query.text(), ALL);
            List<Integer> order = best.stream().map(s -> s.item().number()).toList();
            found.add(order);
            items.add(item(query, order));
        }
        Map<String, Double> measures = measures(asked, found);
        return new Report(name(), queries.size(), request.seed(), items, measures, notes(words));
    }

    private static List<String> notes(boolean words) {
        return List.of(
                words
                        ? "Found by common words alone (BM25)."
                        : "Found by common words and nearness of meaning; --with rules scores words alone.",
                "An item is right when a relevant document is among the first " + DEPTH + ".");
    }

    private static List<Query> queries(Collection collection) {
        List<Query> queries = new ArrayList<>();
        for (Entry entry : collection.queries()) {
            int place = queries.size() + 1;
            Map<Integer, Integer> gains = collection.judgements().byQuery().getOrDefault(place, Map.of());
            queries.add(new Query(place, entry.field('W'), gains));
        }
        queries.removeIf(query -> query.gains().isEmpty());
        return queries;
    }

    private static String text(Entry document) {
        String text = document.field('W');
        return text.isEmpty() ? document.field('T') : text;
    }

    private static Item item(Query query, List<Integer> order) {
        boolean right = order.stream().limit(DEPTH).anyMatch(query.gains()::containsKey);
        return new Item(
                String.valueOf(query.number()),
                "query",
                right ? Item.Outcome.RIGHT : Item.Outcome.WRONG,
                right ? "" : "first found: " + order.stream().limit(DEPTH).toList());
    }

    private static Map<String, Double> measures(List<Query> asked, List<List<Integer>> found) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("MAP", mean(asked, found, r -> Ranking.averagePrecision(r.order(), r.relevant())));
        measures.put(
                "nDCG@10",
                mean(asked, found, r -> Ranking.ndcg(r.order(), r.query().gains(), DEPTH)));
        measures.put("P@10", mean(asked, found, r -> Ranking.precision(r.order(), r.relevant(), DEPTH)));
        measures.put("R@10", mean(asked, found, r -> Ranking.recall(r.order(), r.relevant(), DEPTH)));
        return measures;
    }

    private record Run(Query query, List<Integer> order) {
        Set<Integer> relevant() {
            return query.gains().keySet();
        }
    }

    private static double mean(List<Query> asked, List<List<Integer>> found, ToDoubleFunction<Run> measure) {
        double sum = 0;
        for (int i = 0; i < asked.size(); i++) {
            sum += measure.applyAsDouble(new Run(asked.get(i), found.get(i)));
        }
        return sum / asked.size();
    }
}
