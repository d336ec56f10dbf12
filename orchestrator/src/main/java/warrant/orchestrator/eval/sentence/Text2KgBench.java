package warrant.orchestrator.eval.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import warrant.graph.Datatypes;
import warrant.graph.Ontology;
import warrant.graph.Ontology.Example;
import warrant.graph.Ontology.Kind;
import warrant.graph.Ontology.Relation;
import warrant.orchestrator.Hashes;
import warrant.orchestrator.eval.sentence.Labelled.Fact;
import warrant.orchestrator.eval.suite.Minds;
import warrant.orchestrator.eval.suite.Report;
import warrant.orchestrator.eval.suite.Request;
import warrant.orchestrator.eval.suite.Suite;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * Reads the folders of Text2KGBench (Mihindukulasooriya et al. 2023): {@code ontologies}, {@code train},
 * {@code ground_truth} of each of its two halves. Sentences of {@code train} become examples of the relations that they
 * state, as the task allows.
 */
public final class Text2KgBench implements Suite {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERS = Set.of("number", "integer", "float", "decimal", "double");
    private static final Set<String> TEXTS = Set.of("string", "text");
    private static final String YEAR = "!year";
    static final String SUBJECT = " subject";
    static final String OBJECT = " object";
    private static final Pattern VALUE = Pattern.compile("\"?[-\u2212]?\\d[\\d.,]*\"?( ?\\(.*|-\\d\\d.*)?$");

    private final Minds minds;

    public Text2KgBench(Minds minds) {
        this.minds = minds;
    }

    @Override
    public String name() {
        return "text2kgbench";
    }

    @Override
    public String purpose() {
        return "triples of sentences under an ontology (Text2KGBench)";
    }

    @Override
    public Report run(Request request) {
        try {
            List<SentenceSet> sets = read(request.data());
            if (sets.isEmpty()) {
                throw new SuiteException("no file *_ontology.json lies in " + request.data());
            }
            return new SentenceRun(minds, request).run(name(), sets);
        } catch (IOException e) {
            throw new SuiteException("cannot read " + request.data() + ": " + e.getMessage());
        }
    }

    /** @return a set an ontology, in order of name */
    static List<SentenceSet> read(Path folder) throws IOException {
        List<SentenceSet> sets = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(f -> f.toString().endsWith("_ontology.json"))
                    .sorted()
                    .toList()) {
                sets.add(read(file, file.resolveSibling("..").normalize()));
            }
        }
        return sets;
    }

    private static SentenceSet read(Path file, Path half) throws IOException {
        JsonNode json = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
        String id = json.path("id").asText();
        List<Labelled> train = lines(half.resolve("train").resolve(id + "_train.jsonl"));
        List<Labelled> gold = lines(half.resolve("ground_truth").resolve(id + "_ground_truth.jsonl"));
        return new Reading(id, json).set(half.getFileName().toString(), train, gold);
    }

    /** A triple a line, or all triples of a sentence on its line: the two halves differ. */
    static List<Labelled> lines(Path file) throws IOException {
        List<Labelled> found = new ArrayList<>();
        if (!Files.exists(file)) {
            return found;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode json = JSON.readTree(line);
            Set<Fact> facts = new LinkedHashSet<>();
            json.path("triples").forEach(t -> facts.add(fact(t, "sub", "rel", "obj")));
            if (json.has("rel_label")) {
                facts.add(fact(json, "sub_label", "rel_label", "obj_label"));
            }
            found.add(new Labelled(json.path("id").asText(), json.path("sent").asText(), facts));
        }
        return found;
    }

    private static Fact fact(JsonNode json, String subject, String relation, String object) {
        return new Fact(
                json.path(subject).asText(),
                json.path(relation).asText().strip(),
                json.path(object).asText());
    }

    /** One ontology on its way from the set's form to ours. */
    private static final class Reading {
        private final String id;
        private final JsonNode json;
        private final Map<String, Kind> classes = new TreeMap<>();
        private final Map<String, Relation> relations = new TreeMap<>();
        private final Map<String, String> labels = new HashMap<>();
        private final Forms forms = new Forms();
        private final Names names = new Names();

        Reading(String id, JsonNode json) {
            this.id = id;
            this.json = json;
        }

        SentenceSet set(String half, List<Labelled> train, List<Labelled> gold) {
            for (JsonNode concept : json.path("concepts")) {
                String iri = iri(concept.path("qid").asText());
                String label = words(concept.path("label").asText());
                classes.put(iri, new Kind(iri, List.of(label), "", Set.of(), Set.of(), List.of()));
            }
            Map<String, List<JsonNode>> byLabel = new LinkedHashMap<>();
            for (JsonNode relation : json.path("relations")) {
                byLabel.computeIfAbsent(relation.path("label").asText().strip(), l -> new ArrayList<>())
                        .add(relation);
            }
            byLabel.forEach((label, same) -> relation(label, same, train));
            Ontology ontology = new Ontology(null, Map.of(), classes, relations, Map.of());
            return new SentenceSet(half + "/" + id, half, ontology, source(train), labels, forms, names, gold);
        }

        /** What the ontology was made of: its own file and the training half. */
        private String source(List<Labelled> train) {
            List<String> parts = new ArrayList<>(List.of(json.toString()));
            for (Labelled sentence : train) {
                parts.add(sentence.text());
                sentence.facts().stream().map(Fact::key).sorted().forEach(parts::add);
            }
            return Hashes.of(parts.toArray(String[]::new));
        }

        private void relation(String label, List<JsonNode> same, List<Labelled> train) {
            List<Example> examples = new ArrayList<>();
            List<String> values = new ArrayList<>();
            List<Forms.Stated> stated = new ArrayList<>();
            for (Labelled sentence : train) {
                for (Fact fact : sentence.facts()) {
                    if (fact.relation().equals(label)) {
                        examples.add(new Example(
                                sentence.text(),
                                Standing.of(Names.plain(fact.subject()), sentence.text()),
                                Standing.of(Names.plain(fact.object()), sentence.text())));
                        values.add(fact.object());
                        stated.add(new Forms.Stated(sentence.text(), fact.object()));
                        learn(fact.subject(), label + SUBJECT, sentence.text());
                        learn(fact.object(), label + OBJECT, sentence.text());
                    }
                }
            }
            forms.learn(label, stated);
            Set<String> domain = sides(same, "domain");
            Set<String> range = sides(same, "range");
            String datatype = datatype(same.getFirst().path("range").asText(), values);
            add(label, "", domain, datatype.isEmpty() ? range : Set.of(datatype), datatype, examples);
            if (datatype.equals(Datatypes.DATE)) {
                add(label, YEAR, domain, Set.of(Datatypes.INTEGER), Datatypes.INTEGER, examples);
            }
        }

        private void learn(String name, String role, String sentence) {
            if (!VALUE.matcher(name).lookingAt()) {
                names.learn(role, name, sentence);
            }
        }

        private void add(
                String label,
                String variant,
                Set<String> domain,
                Set<String> range,
                String datatype,
                List<Example> examples) {
            String iri = iri(label) + variant;
            relations.put(
                    iri,
                    new Relation(
                            iri,
                            List.of(words(label)),
                            "",
                            domain,
                            range,
                            datatype.isEmpty(),
                            false,
                            false,
                            false,
                            null,
                            Set.of(),
                            examples));
            labels.put(iri, label);
        }

        private Set<String> sides(List<JsonNode> same, String side) {
            Set<String> found = new LinkedHashSet<>();
            for (JsonNode relation : same) {
                String iri = iri(relation.path(side).asText());
                if (!classes.containsKey(iri)) {
                    return Set.of();
                }
                found.add(iri);
            }
            return found;
        }

        /** @return the datatype that the range names or that most values of the training half have; else empty */
        private static String datatype(String range, List<String> values) {
            String name = range.toLowerCase(Locale.ROOT);
            long dates = values.stream()
                    .filter(v -> v.matches("\"?(\\d{4}-\\d{2}-\\d{2}|\\d{2} \\p{L}+ \\d{4}|\\d{4})\"?"))
                    .count();
            if (name.equals("date") || name.equals("year") || (!values.isEmpty() && dates * 3 > values.size() * 2L)) {
                return name.equals("year") ? Datatypes.INTEGER : Datatypes.DATE;
            }
            long numbers = values.stream()
                    .filter(v -> VALUE.matcher(v).matches() && !v.matches(".*\\d-\\d.*"))
                    .count();
            if (NUMBERS.contains(name) || (!TEXTS.contains(name) && numbers * 3 > values.size() * 2L)) {
                return Datatypes.DECIMAL;
            }
            return TEXTS.contains(name) ? Datatypes.STRING : "";
        }

        private String iri(String name) {
            return "urn:set:" + id + "#" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        }

        private static String words(String label) {
            return label.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                    .replace('_', ' ')
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** @return whether the relation is that variant of a relation of days which takes years */
    static boolean takesYears(String relation) {
        return relation.endsWith(YEAR);
    }
}
