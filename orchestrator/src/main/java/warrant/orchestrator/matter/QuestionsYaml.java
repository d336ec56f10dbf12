package warrant.orchestrator.matter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import warrant.orchestrator.matter.MatterQuestion.Expected;

/** Reads questions.yaml. */
public final class QuestionsYaml {
    private static final Set<String> KINDS = Set.of("grounded", "unsupported", "contradicted");
    private static final Set<String> REASONS =
            Set.of("missing_fact", "conflict", "not_in_force", "out_of_scope", "below_threshold");

    private QuestionsYaml() {}

    /**
     * Reads the questions in the order of the file.
     *
     * @throws MatterException naming file and line of what cannot be understood
     */
    public static List<MatterQuestion> read(Path file) {
        List<MatterQuestion> questions = new ArrayList<>();
        for (YamlMap map : YamlMap.readList(file)) {
            String question = map.text("question")
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> map.error(map.line(), "expected 'question: ' and its words"));
            questions.add(new MatterQuestion(
                    question,
                    map.texts("paraphrases"),
                    map.date("as_of").orElse(null),
                    map.date("known_on").orElse(null),
                    expected(map.map("expect")),
                    map.line()));
        }
        return questions;
    }

    private static Expected expected(Optional<YamlMap> given) {
        if (given.isEmpty()) {
            return new Expected("", List.of(), List.of(), 0, "", List.of(), List.of());
        }
        YamlMap map = given.get();
        return new Expected(
                oneOf(map, "kind", KINDS),
                map.texts("must"),
                map.texts("must_not"),
                map.number("max_claims").orElse(0),
                oneOf(map, "reason", REASONS),
                map.texts("cites"),
                map.texts("rules"));
    }

    private static String oneOf(YamlMap map, String key, Set<String> allowed) {
        String value = map.text(key).orElse("");
        if (!value.isEmpty() && !allowed.contains(value)) {
            throw map.error(key, "expected one of " + allowed.stream().sorted().toList() + ", found '" + value + "'");
        }
        return value;
    }
}
