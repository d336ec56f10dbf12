package warrant.orchestrator.eval.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import warrant.orchestrator.eval.suite.SuiteException;

/**
 * A labelled sentence.
 *
 * @param stratum type of its first relation
 * @param entities as {@link #entity} writes them
 * @param relations entity, type, entity
 */
record ConllSentence(String id, String stratum, Tokens tokens, List<String> entities, List<String> relations) {

    static String entity(int begin, int end, String type) {
        return begin + "-" + end + ":" + type;
    }

    static ConllSentence of(JsonNode json, int number) {
        List<String> words = new ArrayList<>();
        json.path("tokens").forEach(token -> words.add(token.asText()));
        List<String> entities = json.has("tags") ? tagged(json.path("tags")) : listed(json.path("entities"));
        List<String> relations = new ArrayList<>();
        String id = json.path("orig_id").asText(String.valueOf(number));
        for (JsonNode relation : json.path("relations")) {
            String head = side(relation.path("head"), entities, id);
            String tail = side(relation.path("tail"), entities, id);
            relations.add(head + " " + relation.path("type").asText() + " " + tail);
        }
        String stratum = json.path("relations").path(0).path("type").asText("none");
        return new ConllSentence(id, stratum, new Tokens(words), List.copyOf(entities), List.copyOf(relations));
    }

    /**
     * @throws SuiteException if the sentence has no such entity: left out, it would make the score better than it is
     */
    private static String side(JsonNode place, List<String> entities, String id) {
        int at = place.asInt(-1);
        if (at < 0 || at >= entities.size()) {
            throw new SuiteException("sentence " + id + " has " + entities.size()
                    + " entities, and a relation of entity '" + place.asText()
                    + "', counted from 0. Maybe its tags are not B-, I-, L-, U- and O.");
        }
        return entities.get(at);
    }

    /** Tags are B-, I-, L- (last), U- (alone) with a type, or O. */
    private static List<String> tagged(JsonNode tags) {
        List<String> entities = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i).asText();
            if (tag.startsWith("B-") || tag.startsWith("U-")) {
                begin = i;
            }
            if (tag.startsWith("L-") || tag.startsWith("U-")) {
                entities.add(entity(begin, i + 1, tag.substring(2)));
            }
        }
        return entities;
    }

    private static List<String> listed(JsonNode json) {
        List<String> entities = new ArrayList<>();
        json.forEach(e -> entities.add(entity(
                e.path("start").asInt(), e.path("end").asInt(), e.path("type").asText())));
        return entities;
    }
}
