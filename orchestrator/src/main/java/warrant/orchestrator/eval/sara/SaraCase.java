package warrant.orchestrator.eval.sara;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * A line of {@code cases.jsonl}.
 *
 * @param facts predicates with their places; a place that is null stands for anything
 * @param goal what is asked, as the data set writes it
 * @param holds the right answer
 */
record SaraCase(String id, List<Goal.Atom> facts, String goal, boolean holds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    SaraCase {
        facts = List.copyOf(facts);
    }

    static List<SaraCase> read(Path folder) {
        Path file = folder.resolve("cases.jsonl");
        List<SaraCase> cases = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    cases.add(of(JSON.readTree(line)));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new SuiteException("cannot read the cases in " + file + ": " + e.getMessage(), e);
        }
    }

    private static SaraCase of(JsonNode line) {
        List<Goal.Atom> facts = new ArrayList<>();
        for (JsonNode fact : line.path("facts")) {
            List<GoalTerm> places = new ArrayList<>();
            for (int i = 1; i < fact.size(); i++) {
                JsonNode place = fact.get(i);
                places.add(place.isNull() ? GoalTerm.Anything.ANYTHING : GoalTerm.of(place.asText()));
            }
            facts.add(new Goal.Atom(fact.path(0).asText(), places));
        }
        return new SaraCase(
                line.path("id").asText(),
                facts,
                line.path("goal").asText(),
                line.path("holds").asBoolean());
    }

    /** @return whether the tax of a year is asked for, rather than whether a provision applies */
    boolean asksForTax() {
        return goal.startsWith("tax(");
    }

    String kind() {
        int end = id.indexOf('_');
        return asksForTax() ? "tax" : end < 0 ? id : "section " + id.substring(1, end);
    }
}
