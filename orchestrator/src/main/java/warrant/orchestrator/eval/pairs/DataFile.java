package warrant.orchestrator.eval.pairs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * The file of a folder that holds a data set, found by its shape.
 *
 * @param others names of further files of that shape, which are not read
 */
record DataFile(Path file, JsonNode items, List<String> others) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of several files that one is scored that is meant for it. */
    private static final List<String> PREFERRED = List.of("test", "dev", "val");

    /**
     * @param shape whether the first item of a list is one of the data set
     * @throws SuiteException if there is none
     */
    static DataFile find(Path folder, String what, Predicate<JsonNode> shape) {
        List<Path> files = files(folder).stream()
                .filter(file -> shape.test(first(file)))
                .sorted(Comparator.comparingInt(DataFile::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (files.isEmpty()) {
            throw new SuiteException("no JSON file in " + folder + " has " + what);
        }
        List<String> others = files.stream()
                .skip(1)
                .map(file -> folder.relativize(file).toString())
                .toList();
        return new DataFile(files.getFirst(), read(files.getFirst()), others);
    }

    /**
     * Reads the items.
     *
     * @param reader is given an item and its number, from 0
     * @throws SuiteException naming the file, where the reader throws one
     */
    <T> List<T> all(BiFunction<JsonNode, Integer, T> reader) {
        List<T> all = new ArrayList<>();
        try {
            items.forEach(item -> all.add(reader.apply(item, all.size())));
        } catch (SuiteException e) {
            throw new SuiteException(file + ", item " + all.size() + ": " + e.getMessage(), e);
        }
        return all;
    }

    /** @return the file of that folder with that word in its name, or nothing */
    static Stream<JsonNode> beside(Path folder, String word) {
        return files(folder).stream()
                .filter(file -> file.getFileName().toString().contains(word))
                .map(DataFile::read);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SuiteException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString();
        int place =
                (int) PREFERRED.stream().takeWhile(word -> !name.contains(word)).count();
        return name.contains("train") ? PREFERRED.size() + 1 : place;
    }

    /**
     * @return the first item of a list; nothing of a file that is no list, or no JSON, which may be about other things
     */
    private static JsonNode first(Path file) {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT;
            return list ? JSON.readTree(parser) : MissingNode.getInstance();
        } catch (IOException other) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new SuiteException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** @return what a reader must know of the choice */
    String note(Path folder) {
        return "scored: " + folder.relativize(file)
                + (others.isEmpty() ? "" : "; not read: " + String.join(", ", others));
    }
}
