package warrant.orchestrator.eval.logic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * A problem with the program that was recorded for it.
 *
 * @param set the data set: the first part of the file's name
 * @param sentence the sentence that is asked about
 * @param answer A true, B false, C unknown
 * @param open whether the answer may be unknown; otherwise what is not true is false
 */
record Problem(String set, String id, String sentence, String answer, boolean open, String program) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OPEN_OPTIONS = 3;

    /** @return those of all files {@code *_programs.json} of a folder */
    static List<Problem> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Problem> problems = new ArrayList<>();
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith("_programs.json"))
                    .sorted()
                    .toList()) {
                for (JsonNode each : JSON.readTree(file.toFile())) {
                    problems.add(of(file, each));
                }
            }
            if (problems.isEmpty()) {
                throw new SuiteException("no file *_programs.json with recorded programs in " + folder);
            }
            return problems;
        } catch (IOException e) {
            throw new SuiteException("cannot read the programs in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Problem of(Path file, JsonNode each) {
        String name = file.getFileName().toString();
        String question = each.path("question").asText();
        return new Problem(
                name.substring(0, name.indexOf('_')),
                each.path("id").asText(),
                question.substring(question.indexOf('?') + 1).strip(),
                each.path("answer").asText(),
                each.path("options").size() >= OPEN_OPTIONS,
                each.path("raw_logic_programs").path(0).asText());
    }
}
