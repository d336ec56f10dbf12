package warrant.orchestrator.eval.proverqa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * A problem with its gold formulas.
 *
 * @param level the name of its file: {@code easy}, {@code medium}, {@code hard}
 * @param premises a formula for each sentence
 * @param answer A true, B false, C uncertain
 */
record ProverProblem(String level, String id, List<String> premises, String conclusion, String answer) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PREDICATE = Pattern.compile("\\w+(?=\\()");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    ProverProblem {
        premises = List.copyOf(premises);
    }

    /** @return those of all JSON files of a folder that have formulas */
    static List<ProverProblem> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<ProverProblem> problems = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                String level = file.getFileName().toString().replace(".json", "");
                for (JsonNode each : JSON.readTree(file.toFile())) {
                    if (each.has("nl2fol")) {
                        problems.add(of(level, each));
                    }
                }
            }
            if (problems.isEmpty()) {
                throw new SuiteException("no problems with formulas (nl2fol) in " + folder);
            }
            return problems;
        } catch (IOException e) {
            throw new SuiteException("cannot read the problems in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * @return the same with predicates named by words without inflection and articles: {@code keeps_a_promise} and
     *     {@code keep_promises} become one
     */
    ProverProblem plain() {
        return new ProverProblem(
                level, id, premises.stream().map(ProverProblem::plain).toList(), plain(conclusion), answer);
    }

    private static String plain(String formula) {
        return PREDICATE
                .matcher(formula)
                .replaceAll(name -> Arrays.stream(name.group().split("_"))
                        .filter(word -> !ARTICLES.contains(word))
                        .map(word -> word.endsWith("s") && !word.endsWith("ss")
                                ? word.substring(0, word.length() - 1)
                                : word)
                        .collect(Collectors.joining("_")));
    }

    /** @return the names of its predicates */
    Set<String> predicates() {
        return Stream.concat(premises.stream(), Stream.of(conclusion))
                .flatMap(formula -> PREDICATE.matcher(formula).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static ProverProblem of(String level, JsonNode each) {
        List<String> premises = new ArrayList<>();
        each.path("nl2fol").forEach(formula -> premises.add(formula.asText()));
        return new ProverProblem(
                level,
                level + "-" + each.path("id").asText(),
                premises,
                each.path("conclusion_fol").asText(),
                each.path("answer").asText());
    }
}
