package warrant.orchestrator.matter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import warrant.orchestrator.matter.TestQuestion.Expectation;
import warrant.orchestrator.matter.TestQuestion.Kind;

/** Reads questions.yaml. */
public final class QuestionsYaml {
    private static final Set<String> REASONS =
            Set.of("missing_fact", "conflict", "not_in_force", "out_of_scope", "below_threshold");
    private static final Set<String> KEYS = Set.of("question", "paraphrases", "as_of", "known_on", "expect", "id");
    private static final Set<String> EXPECT =
            Set.of("kind", "must", "must_not", "max_claims", "reason", "cites", "rules");

    private QuestionsYaml() {}

    /**
     * What a file of questions says.
     *
     * @param warnings what was read and is unknown here
     */
    public record Questions(List<TestQuestion> questions, List<String> warnings) {
        public Questions {
            questions = List.copyOf(questions);
            warnings = List.copyOf(warnings);
        }
    }

    /** @throws MatterException naming file and line of what cannot be understood */
    public static Questions read(Path file) {
        List<TestQuestion> questions = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (YamlMap map : YamlMap.readList(file)) {
            questions.add(question(map));
            warnings.addAll(map.unknown(KEYS));
            map.map("expect").ifPresent(expect -> warnings.addAll(expect.unknown(EXPECT)));
        }
        return new Questions(questions, warnings);
    }

    private static TestQuestion question(YamlMap map) {
        String question = map.text("question")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> map.error("question", "expected the words of the question"));
        YamlMap expect = map.map("expect")
                .orElseThrow(() -> map.error("expect", "expected 'kind: grounded', 'unsupported' or 'contradicted'"));
        return new TestQuestion(
                question,
                map.texts("paraphrases"),
                map.date("as_of").orElse(null),
                map.date("known_on").orElse(null),
                expectation(expect),
                map.line());
    }

    private static Expectation expectation(YamlMap map) {
        String kind = map.text("kind").orElse("grounded").toUpperCase(Locale.ROOT);
        Optional<String> reason = map.text("reason");
        if (reason.isPresent() && !REASONS.contains(reason.get())) {
            throw map.error(
                    "reason",
                    "expected one of "
                            + String.join(", ", REASONS.stream().sorted().toList()) + ", found '" + reason.get() + "'");
        }
        return new Expectation(
                kind(map, kind),
                alternatives(map.texts("must")),
                map.texts("must_not"),
                map.number("max_claims").orElse(null),
                reason.orElse(null),
                alternatives(map.texts("cites")),
                map.texts("rules"));
    }

    private static Kind kind(YamlMap map, String kind) {
        return Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> map.error(
                        "kind",
                        "expected grounded, unsupported or contradicted, found '" + kind.toLowerCase(Locale.ROOT)
                                + "'"));
    }

    private static List<List<String>> alternatives(List<String> texts) {
        return texts.stream()
                .map(text -> Arrays.stream(text.split("\\|"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList())
                .filter(list -> !list.isEmpty())
                .toList();
    }
}
