package warrant.orchestrator.eval.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import warrant.extraction.relate.Level;
import warrant.extraction.relate.Named;
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
 * CoNLL04 (Roth and Yih 2004) in the JSON form of later work: {@code tokens}, {@code tags} in BIOLU, {@code relations}.
 * Strict: a relation counts if its type, both spans and the types of both entities are right.
 */
public final class ConllSuite implements Suite {
    private static final String SET = "conll04";
    private static final int MOST = 24;
    private static final int BETWEEN = 10;
    /** Log-odds from which a relation is believed. */
    private static final double ACCEPT = 1.2;

    private static final String PERSON = Reading.iri(SET, "Peop");

    private final Minds minds;

    public ConllSuite(Minds minds) {
        this.minds = minds;
    }

    @Override
    public String name() {
        return SET;
    }

    @Override
    public String purpose() {
        return "entities and relations of news sentences, without training (CoNLL04)";
    }

    /** What was found in a sentence, as strings that are equal where the strict rule holds. */
    record Found(List<String> entities, List<String> relations) {}

    @Override
    public Report run(Request request) {
        DataFile file = DataFile.find(request.data(), "tokens, tags and relations", ConllSuite::shape);
        List<ConllSentence> all = file.all(ConllSentence::of);
        List<ConllSentence> sample = Sample.of(all, ConllSentence::stratum, request.limit(), request.seed());
        request.progress().accept(SET + ": " + sample.size() + " sentences, seed " + request.seed());
        Map<String, Double> measures = new LinkedHashMap<>();
        List<Item> items = scored(sample, request, measures);
        return new Report(SET, all.size(), request.seed(), items, measures, notes(file, request));
    }

    private List<Item> scored(List<ConllSentence> sample, Request request, Map<String, Double> measures) {
        MicroScore entities = new MicroScore();
        MicroScore relations = new MicroScore();
        List<Item> items = new ArrayList<>();
        Reader reader = new Reader(Reading.ontology(SET), minds);
        try (Journal journal = Journal.open(request, SET)) {
            for (ConllSentence sentence : sample) {
                String key = Hashes.of(
                        minds.profile(), Reading.text(SET), sentence.tokens().toString());
                Found found = journal.get(key, Found.class, () -> reader.read(sentence.tokens()));
                entities.add(sentence.entities(), found.entities());
                boolean right = relations.add(sentence.relations(), found.relations());
                items.add(item(sentence, found, right));
                if (items.size() % BETWEEN == 0) {
                    request.progress().accept(told(items.size(), sample.size(), relations));
                }
            }
        }
        entities.put("entities", measures);
        relations.put("relations, strict,", measures);
        return items;
    }

    private static String told(int done, int all, MicroScore relations) {
        return String.format(Locale.ROOT, "  %d of %d sentences, strict F1 so far %.3f", done, all, relations.f1());
    }

    private List<String> notes(DataFile file, Request request) {
        return List.of(
                file.note(request.data()),
                "read with " + minds.level().name().toLowerCase(Locale.ROOT)
                        + ", without training: only what each relation and class says in a sentence of ours was given",
                "micro precision, recall and F1; strict: type, both spans and both entity types of a relation are right."
                        + " Trained systems are at about 0.70 to 0.76 on the test half");
    }

    private static Item item(ConllSentence sentence, Found found, boolean right) {
        Item.Outcome outcome = Item.Outcome.of(right, !found.relations().isEmpty());
        String remark = sentence.tokens().text() + "\n      wanted " + new TreeSet<>(sentence.relations())
                + "\n      found  " + new TreeSet<>(found.relations());
        return new Item(sentence.id(), sentence.stratum(), outcome, remark);
    }

    /** Reads sentences with one level. */
    private static final class Reader {
        private final Ontology ontology;
        private final NameKinds kinds;
        private final Pairs pairs;
        private final double least;

        Reader(Ontology ontology, Minds minds) {
            this.ontology = ontology;
            this.kinds = NameKinds.of(ontology, minds);
            this.pairs = minds.pairs(ontology);
            this.least = minds.level() == Level.MODEL ? ACCEPT : 1;
        }

        /** A person's name has no {@code of} in it: what follows is another name. */
        private List<Tokens.Run> runs(Tokens tokens) {
            List<Tokens.Run> runs = tokens.names();
            List<Tokens.Run> compound =
                    runs.stream().filter(r -> tokens.parts(r).size() > 1).toList();
            List<String> heads = compound.stream()
                    .map(r -> tokens.parts(r).getFirst())
                    .map(r -> tokens.text(r.begin(), r.end()))
                    .toList();
            List<String> of = kinds.of(tokens.text(), heads);
            return runs.stream()
                    .flatMap(r ->
                            compound.contains(r) && of.get(compound.indexOf(r)).equals(PERSON)
                                    ? tokens.parts(r).stream()
                                    : Stream.of(r))
                    .toList();
        }

        Found read(Tokens tokens) {
            List<Tokens.Run> runs = runs(tokens);
            List<String> names =
                    runs.stream().map(r -> tokens.text(r.begin(), r.end())).toList();
            List<String> types = kinds.of(tokens.text(), names);
            List<Named> things = IntStream.range(0, runs.size())
                    .mapToObj(i -> new Named(names.get(i), types.get(i), Set.of(0)))
                    .toList();
            List<String> entities = IntStream.range(0, runs.size())
                    .mapToObj(i -> ConllSentence.entity(
                            runs.get(i).begin(), runs.get(i).end(), Reading.local(types.get(i))))
                    .toList();
            List<Pairs.Judged> judged = pairs.judge(List.of(tokens.text()), things, MOST);
            List<String> relations = Chosen.of(judged, ontology, least).stream()
                    .map(j -> entities.get(j.subject()) + " " + Reading.local(j.relation()) + " "
                            + entities.get(j.object()))
                    .toList();
            return new Found(entities, relations);
        }
    }

    /** @return whether an item of a file is one of this set */
    static boolean shape(JsonNode item) {
        return item.has("tokens") && item.has("relations");
    }
}
