package warrant.orchestrator.eval.contractnli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * The contracts of a file and what is asked of each.
 *
 * @param hypotheses sentences by key, in the order of the file
 */
record Review(String file, Map<String, String> hypotheses, List<Contract> contracts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PREFERRED = List.of("test.json", "dev.json", "train.json");

    /** What a contract says to a hypothesis. */
    enum Label {
        ENTAILMENT("Entailment"),
        CONTRADICTION("Contradiction"),
        NOT_MENTIONED("NotMentioned");

        private final String word;

        Label(String word) {
            this.word = word;
        }

        /** @return as in the file */
        String word() {
            return word;
        }

        private static Label of(String word) {
            return Stream.of(values())
                    .filter(label -> label.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new SuiteException("there is no label '" + word + "' in ContractNLI"));
        }
    }

    /** @param evidence numbers of the spans that say it, from 0; none where it is not mentioned */
    record Answer(Label label, Set<Integer> evidence) {}

    /** @param answers by the hypothesis's key */
    record Contract(String name, List<String> spans, Map<String, Answer> answers) {}

    /** Reads the first of test, dev, train that lies in the folder. */
    static Review read(Path place) {
        Path file = PREFERRED.stream()
                .map(place::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new SuiteException("none of " + PREFERRED + " lies in " + place));
        try {
            return read(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new SuiteException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Review read(String file, JsonNode json) {
        Map<String, String> hypotheses = new LinkedHashMap<>();
        json.path("labels")
                .properties()
                .forEach(label -> hypotheses.put(
                        label.getKey(), label.getValue().path("hypothesis").asText()));
        List<Contract> contracts = new ArrayList<>();
        json.path("documents").forEach(document -> contracts.add(contract(document)));
        if (hypotheses.isEmpty() || contracts.isEmpty()) {
            throw new SuiteException(file + " has no labels or no documents; is it ContractNLI's?");
        }
        return new Review(file, hypotheses, contracts);
    }

    /** @param begin counted, as the file counts, in code points */
    private static String cut(String name, String text, int begin, int end) {
        if (begin < 0 || end < begin || end > text.codePointCount(0, text.length())) {
            throw new SuiteException(
                    String.format(Locale.ROOT, "the span %d to %d lies outside of '%s'", begin, end, name));
        }
        int from = text.offsetByCodePoints(0, begin);
        return text.substring(from, text.offsetByCodePoints(from, end - begin));
    }

    private static Contract contract(JsonNode json) {
        String name = json.path("file_name").asText();
        String text = json.path("text").asText();
        List<String> spans = new ArrayList<>();
        for (JsonNode span : json.path("spans")) {
            spans.add(cut(name, text, span.path(0).asInt(-1), span.path(1).asInt(-1)));
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        json.path("annotation_sets").path(0).path("annotations").properties().forEach(each -> {
            Set<Integer> evidence = new LinkedHashSet<>();
            each.getValue().path("spans").forEach(span -> evidence.add(span.asInt()));
            answers.put(
                    each.getKey(),
                    new Answer(Label.of(each.getValue().path("choice").asText()), evidence));
        });
        return new Contract(name, spans, answers);
    }
}
