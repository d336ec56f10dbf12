package warrant.orchestrator.eval.multihop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * A question, the texts that it takes, and its answer.
 *
 * @param kind how many texts it takes, or how they belong together, as far as the data say
 * @param answers the answer in all its wordings
 */
record HopQuestion(String id, String kind, String text, List<String> answers, Set<Article> needed) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file of questions with the texts among which answers are looked for. */
    record File(String name, List<HopQuestion> questions, List<Article> corpus) {}

    /** Reads every {@code NAME.json} of the folder with the {@code NAME_corpus.json} beside it. */
    static List<File> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> corpora = files.filter(
                            file -> file.getFileName().toString().endsWith("_corpus.json"))
                    .sorted()
                    .toList();
            List<File> read = new ArrayList<>();
            for (Path corpus : corpora) {
                String name = corpus.getFileName().toString().replace("_corpus.json", "");
                read.add(file(name, folder.resolve(name + ".json"), corpus));
            }
            return read;
        } catch (IOException e) {
            throw new SuiteException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static File file(String name, Path questions, Path texts) throws IOException {
        List<Article> corpus = corpus(JSON.readTree(Files.readString(texts)));
        List<HopQuestion> read = new ArrayList<>();
        for (JsonNode json : JSON.readTree(Files.readString(questions))) {
            read.add(json.has("paragraphs") ? musique(json) : hotpot(json, corpus));
        }
        return new File(name, read, corpus);
    }

    /** A list of texts with titles (MuSiQue), or sentences by title (HotpotQA). */
    private static List<Article> corpus(JsonNode json) {
        List<Article> articles = new ArrayList<>();
        if (json.isObject()) {
            json.properties().forEach(each -> articles.add(new Article(each.getKey(), joined(each.getValue()))));
        } else {
            json.forEach(each -> articles.add(
                    new Article(each.path("title").asText(), each.path("text").asText())));
        }
        return articles.stream().distinct().toList();
    }

    private static String joined(JsonNode sentences) {
        return sentences.isTextual()
                ? sentences.asText()
                : StreamSupport.stream(sentences.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining());
    }

    private static HopQuestion musique(JsonNode json) {
        Set<Article> needed = new LinkedHashSet<>();
        for (JsonNode paragraph : json.path("paragraphs")) {
            if (paragraph.path("is_supporting").asBoolean()) {
                needed.add(new Article(
                        paragraph.path("title").asText(),
                        paragraph.path("paragraph_text").asText()));
            }
        }
        String id = json.path("id").asText();
        List<String> answers = new ArrayList<>(List.of(json.path("answer").asText()));
        json.path("answer_aliases").forEach(alias -> answers.add(alias.asText()));
        return new HopQuestion(
                id, id.replaceAll("_.*", ""), json.path("question").asText(), answers, needed);
    }

    private static HopQuestion hotpot(JsonNode json, List<Article> corpus) {
        Set<String> titles = new LinkedHashSet<>();
        json.path("supporting_facts").forEach(fact -> titles.add(fact.path(0).asText()));
        Set<Article> needed = corpus.stream()
                .filter(article -> titles.contains(article.title()))
                .collect(Collectors.toSet());
        return new HopQuestion(
                json.path("_id").asText(),
                json.path("type").asText("question"),
                json.path("question").asText(),
                List.of(json.path("answer").asText()),
                needed);
    }
}
