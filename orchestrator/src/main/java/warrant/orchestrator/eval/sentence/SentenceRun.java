package warrant.orchestrator.eval.sentence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import warrant.extraction.Extraction;
import warrant.extraction.Finding;
import warrant.extraction.Side;
import warrant.extraction.relate.DocumentContext;
import warrant.extraction.relate.Relator;
import warrant.graph.Datatypes;
import warrant.graph.Document;
import warrant.graph.Literal;
import warrant.graph.Page;
import warrant.graph.Passage;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.eval.sentence.Labelled.Fact;
import warrant.orchestrator.eval.suite.Item;
import warrant.orchestrator.eval.suite.Journal;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.SuiteException;

/** Reads the sentences of a suite, each as a document of its own, and scores what they are said to state. */
final class SentenceRun {
    private static final int BETWEEN = 10;
    /** Sentences that are read side by side: as many answers as a model writes together. */
    private static final int ABREAST = 8;

    private final Minds minds;
    private final Request request;
    private final List<Item> items = new ArrayList<>();
    private final Map<String, List<TripleScore>> groups = new TreeMap<>();
    private final Map<String, List<TripleScore>> oracles = new TreeMap<>();
    private final Map<String, Double> measures = new LinkedHashMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private int triples;
    private int conformant;
    private int invented;

    /** What a journal keeps of a sentence. */
    record Found(List<Fact> facts) {}

    SentenceRun(Minds minds, Request request) {
        this.minds = minds;
        this.request = request;
    }

    Report run(String suite, List<SentenceSet> sets) {
        int all = sets.stream().mapToInt(set -> set.sentences().size()).sum();
        List<SentenceSet> sample = EvenSample.of(sets, request.limit(), request.seed());
        int total = sample.stream().mapToInt(set -> set.sentences().size()).sum();
        request.progress().accept(suite + ": " + total + " sentences, seed " + request.seed());
        List<List<Set<Fact>>> found = found(suite, sample, total);
        for (int i = 0; i < sample.size(); i++) {
            score(sample.get(i), found.get(i));
        }
        groups.forEach((group, scores) -> measures(group, scores, oracles.getOrDefault(group, List.of())));
        measures.put("ontology conformance", triples == 0 ? 1 : (double) conformant / triples);
        measures.put("triples with a side that does not stand in the sentence", (double) invented);
        return new Report(suite, all, request.seed(), items, measures, notes());
    }

    /** @return for each set, for each of its sentences what it is found to state */
    private List<List<Set<Fact>>> found(String suite, List<SentenceSet> sample, int total) {
        List<List<Future<Found>>> tasks = new ArrayList<>();
        try (Journal journal = Journal.open(request, suite);
                ExecutorService pool = Executors.newFixedThreadPool(ABREAST)) {
            for (SentenceSet set : sample) {
                Relator relator = minds.relator(set.ontology());
                String about = Hashes.of(minds.profile(), relator.version(), set.source());
                tasks.add(set.sentences().stream()
                        .map(sentence -> pool.submit(() -> found(journal, about, relator, set, sentence, total)))
                        .toList());
            }
            return tasks.stream()
                    .map(set -> set.stream()
                            .<Set<Fact>>map(
                                    task -> new LinkedHashSet<>(done(pool, task).facts()))
                            .toList())
                    .toList();
        }
    }

    private Found found(Journal journal, String about, Relator relator, SentenceSet set, Labelled sentence, int total) {
        Found found = journal.get(
                Hashes.of(about, sentence.text()),
                Found.class,
                () -> new Found(List.copyOf(facts(relator, set, sentence))));
        int number = done.incrementAndGet();
        if (number % BETWEEN == 0) {
            request.progress().accept("  " + number + " of " + total + " sentences");
        }
        return found;
    }

    private static Found done(ExecutorService pool, Future<Found> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new SuiteException("the reading was interrupted; what is finished is kept", e);
        } catch (ExecutionException e) {
            pool.shutdownNow();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    private void score(SentenceSet set, List<Set<Fact>> found) {
        TripleScore score = triples(set, found);
        TripleScore oracle = Oracle.of(set);
        groups.computeIfAbsent(set.group(), g -> new ArrayList<>()).add(score);
        oracles.computeIfAbsent(set.group(), g -> new ArrayList<>()).add(oracle);
        measures.put(set.name() + " F1", score.f1());
        measures.put(set.name() + " oracle F1", oracle.f1());
        request.progress()
                .accept(String.format(
                        Locale.ROOT,
                        "%s: precision %.3f recall %.3f F1 %.3f (oracle %.3f)",
                        set.name(),
                        score.precision(),
                        score.recall(),
                        score.f1(),
                        oracle.f1()));
    }

    private void measures(String group, List<TripleScore> scores, List<TripleScore> best) {
        TripleScore mean = TripleScore.mean(scores);
        measures.put(group + " mean precision", mean.precision());
        measures.put(group + " mean recall", mean.recall());
        measures.put(group + " mean F1", mean.f1());
        measures.put(group + " mean F1 by the benchmark's own script", mean.judged());
        measures.put(group + " oracle F1", TripleScore.mean(best).f1());
    }

    private List<String> notes() {
        return List.of(
                "read with " + minds.level().name().toLowerCase(Locale.ROOT),
                "precision, recall and F1 are of each sentence, averaged over sentences, then over ontologies; "
                        + "the benchmark's own script leaves out found triples whose relation is not labelled in the sentence",
                "the oracle states the labelled triples whose sides stand in the sentence");
    }

    private TripleScore triples(SentenceSet set, List<Set<Fact>> found) {
        TripleScore.Sum sum = new TripleScore.Sum();
        for (int i = 0; i < found.size(); i++) {
            Labelled sentence = set.sentences().get(i);
            check(set, sentence, found.get(i));
            double f1 = sum.add(sentence.facts(), found.get(i));
            items.add(item(set, sentence, found.get(i), f1));
        }
        return sum.score();
    }

    private static Item item(SentenceSet set, Labelled sentence, Set<Fact> found, double f1) {
        Item.Outcome outcome = Item.Outcome.of(f1 == 1, !found.isEmpty());
        String remark = sentence.text() + "\n      wanted " + sentence.facts() + "\n      found  " + found;
        return new Item(sentence.id(), set.name(), outcome, remark);
    }

    private void check(SentenceSet set, Labelled sentence, Set<Fact> found) {
        for (Fact fact : found) {
            triples++;
            conformant += set.relations().containsValue(fact.relation()) ? 1 : 0;
            boolean stands = rests(fact.subject(), sentence.text()) && rests(fact.object(), sentence.text());
            invented += stands ? 0 : 1;
        }
    }

    /** @return whether words of the sentence say it, whatever the set's own form adds to them */
    private static boolean rests(String side, String sentence) {
        return Oracle.stands(side, sentence) || sentence.contains(Standing.of(Names.plain(side), sentence));
    }

    private static Set<Fact> facts(Relator relator, SentenceSet set, Labelled sentence) {
        String id = Hashes.of(set.name(), sentence.id());
        Page page = new Page("1", sentence.text());
        Document document = new Document(id, sentence.id(), id, "text/plain", "", null, "sentence", List.of(page));
        Passage passage = new Passage(id, id, "1", 0, page.length(), "", sentence.text());
        DocumentContext context = relator.context(document, List.of(passage));
        Extraction extraction = relator.extract(context, passage);
        Set<Fact> facts = new LinkedHashSet<>();
        for (Finding finding : extraction.findings()) {
            fact(set, sentence, finding).ifPresent(facts::add);
        }
        return facts;
    }

    private static Optional<Fact> fact(SentenceSet set, Labelled sentence, Finding finding) {
        String relation = set.relations().get(finding.relation());
        if (relation == null) {
            return Optional.empty();
        }
        boolean years = Text2KgBench.takesYears(finding.relation());
        Optional<String> object = switch (finding.object()) {
            case Side.Named named -> Optional.of(set.names().write(relation + Text2KgBench.OBJECT, named.name()));
            case Side.Value value -> written(set, relation, years, value.literal(), sentence);
        };
        String subject = set.names()
                .write(relation + Text2KgBench.SUBJECT, finding.subject().name());
        return object.map(words -> new Fact(subject, relation, words));
    }

    private static Optional<String> written(
            SentenceSet set, String relation, boolean year, Literal value, Labelled sentence) {
        return value.datatype().equals(Datatypes.STRING)
                ? Optional.of(set.names().write(relation + Text2KgBench.OBJECT, value.lexical()))
                : set.forms().write(relation, year, value, sentence.text());
    }
}
