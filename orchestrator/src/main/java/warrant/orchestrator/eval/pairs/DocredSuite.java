package warrant.orchestrator.eval.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import warrant.extraction.relate.Level;
import warrant.extraction.relate.Pairs;
import warrant.graph.Ontology;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Journal;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Sample;
import warrant.orchestrator.eval.suite.Suite;

/**
 * Re-DocRED (Tan et al. 2022, after Yao et al. 2019) in its own format: documents with their entities given. Micro F1
 * over head, tail and relation; Ign F1 leaves out facts whose names the training half states, where that is there.
 */
public final class DocredSuite implements Suite {
    private static final String SET = "redocred";
    private static final String ONTOLOGY = "docred";
    private static final int MOST = 120;
    private static final int STRATUM = 10;
    /**
     * Log-odds from which a relation is believed: the best F1 of the development half, cross-validated by documents.
     */
    private static final double ACCEPT = -1.66;
    /** What the model's log-odds count beside those of what is plain to see. */
    private static final double SAID = 0.3;

    private final Minds minds;

    public DocredSuite(Minds minds) {
        this.minds = minds;
    }

    @Override
    public String name() {
        return SET;
    }

    @Override
    public String purpose() {
        return "relations between the entities of documents, without training (Re-DocRED)";
    }

    /** Relations as {@link DocredDocument#fact} writes them. */
    record Found(List<String> relations) {}

    @Override
    public Report run(Request request) {
        DataFile file = DataFile.find(request.data(), "vertexSet and labels", DocredDocument::shape);
        List<DocredDocument> all = file.all((item, number) -> DocredDocument.of(item));
        Set<String> seen = seen(request, file);
        List<DocredDocument> sample = Sample.of(all, DocredSuite::stratum, request.limit(), request.seed());
        request.progress().accept(SET + ": " + sample.size() + " documents, seed " + request.seed());
        Map<String, Double> measures = new LinkedHashMap<>();
        List<Item> items = scored(sample, seen, request, measures);
        return new Report(SET, all.size(), request.seed(), items, measures, notes(file, request, seen));
    }

    private List<Item> scored(
            List<DocredDocument> sample, Set<String> seen, Request request, Map<String, Double> measures) {
        MicroScore score = new MicroScore();
        MicroScore ignoring = new MicroScore();
        List<Item> items = new ArrayList<>();
        Ontology ontology = Reading.ontology(ONTOLOGY);
        Reader reader = new Reader(ontology, minds);
        try (Journal journal = Journal.open(request, SET)) {
            for (DocredDocument document : sample) {
                String key = Hashes.of(minds.profile(), Reading.text(ONTOLOGY), document.key());
                Found found = journal.get(key, Found.class, () -> reader.read(document));
                boolean right = score.add(document.facts(), found.relations());
                ignoring.add(unseen(document, document.facts(), seen), unseen(document, found.relations(), seen));
                items.add(item(document, found, right));
                request.progress()
                        .accept(String.format(
                                Locale.ROOT,
                                "  %d of %d documents, F1 so far %.3f",
                                items.size(),
                                sample.size(),
                                score.f1()));
            }
        }
        score.put("relations", measures);
        if (!seen.isEmpty()) {
            measures.put("relations Ign F1", ignoring.f1());
        }
        return items;
    }

    private static String stratum(DocredDocument document) {
        return document.facts().size() / STRATUM * STRATUM + " facts or more";
    }

    /** Reads documents with one level. */
    private static final class Reader {
        private final Ontology ontology;
        private final Likelihood likelihood;
        private final Optional<Pairs> asking;

        Reader(Ontology ontology, Minds minds) {
            this.ontology = ontology;
            this.likelihood = new Likelihood(ontology);
            this.asking = minds.level() == Level.MODEL ? Optional.of(minds.pairs(ontology)) : Optional.empty();
        }

        Found read(DocredDocument document) {
            List<Pairs.Judged> likely = likelihood.of(document);
            List<Pairs.Judged> judged =
                    asking.map(pairs -> asked(pairs, document, likely)).orElse(likely);
            return new Found(Chosen.of(judged, ontology, ACCEPT).stream()
                    .map(j -> DocredDocument.fact(j.subject(), Reading.local(j.relation()), j.object()))
                    .toList());
        }

        private static List<Pairs.Judged> asked(Pairs pairs, DocredDocument document, List<Pairs.Judged> likely) {
            List<Pairs.Judged> best = likely.subList(0, Math.min(MOST, likely.size()));
            return pairs.ask(document.sentences(), document.entities(), best).stream()
                    .map(j -> new Pairs.Judged(
                            j.subject(), j.relation(), j.object(), j.rank(), j.rank() + SAID * j.odds()))
                    .sorted(Comparator.comparingDouble(Pairs.Judged::odds).reversed())
                    .toList();
        }
    }

    /** @return names and relation of each fact of the training half, where it lies beside the file that is scored */
    private static Set<String> seen(Request request, DataFile scored) {
        Set<String> seen = new HashSet<>();
        if (scored.file().getFileName().toString().contains("train")) {
            return seen;
        }
        Optional<JsonNode> train = DataFile.beside(request.data(), "train")
                .filter(json -> DocredDocument.shape(json.path(0)))
                .findFirst();
        train.ifPresent(json -> json.forEach(item -> {
            DocredDocument document = DocredDocument.of(item);
            document.facts().forEach(fact -> seen.addAll(document.named(fact)));
        }));
        return seen;
    }

    private static Set<String> unseen(DocredDocument document, List<String> facts, Set<String> seen) {
        return facts.stream()
                .filter(fact -> document.named(fact).stream().noneMatch(seen::contains))
                .collect(Collectors.toSet());
    }

    private List<String> notes(DataFile file, Request request, Set<String> seen) {
        return List.of(
                file.note(request.data()),
                "read with " + minds.level().name().toLowerCase(Locale.ROOT)
                        + ", entities as given; of relations only what they say is known, a few weights are fitted on the"
                        + " development half"
                        + (minds.level() == Level.MODEL
                                ? "; " + MOST + " pairs a document at most are asked about"
                                : "; no level below the model's reads differently"),
                seen.isEmpty()
                        ? "Ign F1 needs the training half (a file with train in its name) in the folder"
                        : "Ign F1 leaves out facts that the training half states of the same names",
                "micro precision, recall and F1 over head, tail and relation."
                        + " Trained systems are at about 0.75 to 0.80; large models without training at about 0.1 to 0.3");
    }

    private static Item item(DocredDocument document, Found found, boolean right) {
        Item.Outcome outcome = Item.Outcome.of(right, !found.relations().isEmpty());
        Set<String> both = new HashSet<>(found.relations());
        both.retainAll(document.facts());
        String remark = both.size() + " right of " + found.relations().size() + " found and "
                + document.facts().size() + " wanted";
        return new Item(document.title(), stratum(document), outcome, remark);
    }
}
