package warrant.orchestrator.eval.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import warrant.extraction.relate.Named;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * A document with its entities and what it states of them.
 *
 * @param entities each with its longest name
 * @param tokens of each sentence
 * @param mentions of each entity
 * @param names all names of each entity
 * @param facts as {@link #fact} writes them
 */
record DocredDocument(
        String title,
        List<Tokens> tokens,
        List<Named> entities,
        List<List<Mention>> mentions,
        List<Set<String>> names,
        List<String> facts) {
    private static final int PARTS = 3;

    /** The tokens of a sentence that name an entity, from {@code begin} to before {@code end}. */
    record Mention(int sentence, int begin, int end) {}

    static boolean shape(JsonNode item) {
        return item.has("vertexSet") && item.has("labels") && item.has("sents");
    }

    static String fact(int head, String relation, int tail) {
        return head + " " + relation + " " + tail;
    }

    /** @throws SuiteException if it names a sentence or an entity that it does not have */
    static DocredDocument of(JsonNode json) {
        String title = json.path("title").asText();
        List<Tokens> sentences = sentences(json.path("sents"));
        List<Named> entities = new ArrayList<>();
        List<List<Mention>> mentions = new ArrayList<>();
        List<Set<String>> names = new ArrayList<>();
        for (JsonNode vertex : json.path("vertexSet")) {
            Set<String> known = new TreeSet<>();
            Set<Integer> places = new HashSet<>();
            List<Mention> here = new ArrayList<>();
            String longest = "";
            for (JsonNode mention : vertex) {
                String name = mention.path("name").asText();
                known.add(name);
                here.add(mention(mention, sentences, title));
                places.add(here.getLast().sentence());
                longest = name.length() > longest.length() ? name : longest;
            }
            entities.add(new Named(
                    longest, Reading.iri("docred", vertex.path(0).path("type").asText()), places));
            mentions.add(List.copyOf(here));
            names.add(known);
        }
        List<String> facts = new ArrayList<>();
        json.path("labels")
                .forEach(label -> facts.add(fact(
                        place(label.path("h"), entities.size(), "entity", title),
                        label.path("r").asText(),
                        place(label.path("t"), entities.size(), "entity", title))));
        return new DocredDocument(
                title,
                List.copyOf(sentences),
                List.copyOf(entities),
                List.copyOf(mentions),
                List.copyOf(names),
                List.copyOf(facts));
    }

    private static List<Tokens> sentences(JsonNode json) {
        List<Tokens> sentences = new ArrayList<>();
        for (JsonNode sentence : json) {
            List<String> words = new ArrayList<>();
            sentence.forEach(word -> words.add(word.asText()));
            sentences.add(new Tokens(words));
        }
        return sentences;
    }

    private static Mention mention(JsonNode json, List<Tokens> sentences, String title) {
        int sentence = place(json.path("sent_id"), sentences.size(), "sentence", title);
        int words = sentences.get(sentence).words().size();
        int begin = place(json.path("pos").path(0), words, "token", title);
        return new Mention(sentence, begin, place(json.path("pos").path(1), words + 1, "token", title));
    }

    private static int place(JsonNode number, int all, String what, String title) {
        int at = number.isInt() ? number.asInt() : -1;
        if (at < 0 || at >= all) {
            throw new SuiteException("'" + title + "' names " + what + " '" + number.asText() + "', but has " + all
                    + " of them, counted from 0");
        }
        return at;
    }

    List<String> sentences() {
        return tokens.stream().map(Tokens::text).toList();
    }

    /** @return all that an answer depends on */
    String key() {
        List<String> parts = new ArrayList<>(sentences());
        parts.add(title);
        entities.forEach(e -> parts.add(e.name() + " " + e.kind()));
        mentions.forEach(m -> parts.add(m.toString()));
        return String.join("\n", parts);
    }

    /** @return the fact in every pair of names of its two sides, as DocRED's own script compares them */
    Set<String> named(String fact) {
        String[] parts = fact.split(" ", PARTS);
        Set<String> found = new HashSet<>();
        for (String head : names.get(Integer.parseInt(parts[0]))) {
            for (String tail : names.get(Integer.parseInt(parts[2]))) {
                found.add(head + "\t" + parts[1] + "\t" + tail);
            }
        }
        return found;
    }
}
