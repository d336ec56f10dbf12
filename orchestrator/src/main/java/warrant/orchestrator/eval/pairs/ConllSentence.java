package warrant.orchestrator.eval.pairs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

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
        for (JsonNode relation : json.path("relations")) {
            int head = relation.path("head").asInt();
            int tail = relation.path("tail").asInt();
            if (head < entities.size() && tail < entities.size()) {
                relations.add(entities.get(head) + " " + relation.path("type").asText() + " " + entities.get(tail));
            }
        }
        String stratum = json.path("relations").path(0).path("type").asText("none");
        String id = json.path("orig_id").asText(String.valueOf(number));
        return new ConllSentence(id, stratum, new Tokens(words), List.copyOf(entities), List.copyOf(relations));
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
