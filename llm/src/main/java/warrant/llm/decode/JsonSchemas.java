package warrant.llm.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Turns a JSON schema into a grammar. Properties come in the order of the schema, without line breaks; what a schema
 * does not name, an object does not hold.
 */
final class JsonSchemas {
    private static final int MOST_NESTING = 32;
    private static final int MOST_ITEMS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of(
            "type",
            "properties",
            "required",
            "items",
            "enum",
            "const",
            "minItems",
            "maxItems",
            "additionalProperties",
            "title",
            "description",
            "$schema",
            "$id");

    private JsonSchemas() {}

    /** @throws ModelException with code {@code USER} if it is no schema or uses what is not known here */
    static Grammar grammar(String schema) {
        try {
            return value(JSON.readTree(schema), 0);
        } catch (JsonProcessingException failure) {
            throw new ModelException(Code.USER, "this is no JSON schema: " + failure.getOriginalMessage(), failure);
        }
    }

    private static Grammar value(JsonNode schema, int nesting) {
        if (!schema.isObject() || nesting > MOST_NESTING) {
            throw new ModelException(Code.USER, "this is no JSON schema, or nested too deep: " + schema);
        }
        schema.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                throw new ModelException(Code.USER, "the word " + key + " of a JSON schema is not understood here");
            }
        });
        if (schema.has("const")) {
            return Grammar.literal(schema.get("const").toString());
        }
        List<Grammar> options = new ArrayList<>();
        if (schema.has("enum")) {
            schema.get("enum").forEach(value -> options.add(Grammar.literal(value.toString())));
        } else if (schema.path("type").isArray()) {
            schema.get("type").forEach(type -> options.add(typed(type.asText(), schema, nesting)));
        } else {
            options.add(typed(schema.path("type").asText(), schema, nesting));
        }
        if (options.isEmpty()) {
            throw new ModelException(Code.USER, "a JSON schema that allows nothing: " + schema);
        }
        return Grammar.anyOf(options);
    }

    private static Grammar typed(String type, JsonNode schema, int nesting) {
        return switch (type) {
            case "object" -> object(schema, nesting);
            case "array" -> array(schema, nesting);
            case "string" -> JsonText.START;
            case "number" -> JsonNumber.start(false);
            case "integer" -> JsonNumber.start(true);
            case "boolean" -> Grammar.anyOf(List.of(Grammar.literal("true"), Grammar.literal("false")));
            case "null" -> Grammar.literal("null");
            default -> throw new ModelException(Code.USER, "a JSON schema needs a type that exists: " + schema);
        };
    }

    private static Grammar object(JsonNode schema, int nesting) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(schema.path("properties").properties());
        // after the properties from the last to the first: with one before it, and without
        Grammar after = Grammar.literal("}");
        Grammar first = after;
        for (Map.Entry<String, JsonNode> property : properties.reversed()) {
            Grammar member = Grammar.sequence(
                    Grammar.literal(JSON.getNodeFactory().textNode(property.getKey()) + ":"),
                    Grammar.sequence(Grammar.space(), value(property.getValue(), nesting + 1)));
            Grammar with = Grammar.sequence(member, after);
            Grammar next = Grammar.sequence(Grammar.literal(","), Grammar.sequence(Grammar.space(), with));
            boolean optional = !required.contains(property.getKey());
            first = optional ? Grammar.either(with, first) : with;
            after = optional ? Grammar.either(next, after) : next;
        }
        return Grammar.sequence(Grammar.literal("{"), first);
    }

    private static Grammar array(JsonNode schema, int nesting) {
        Grammar item = value(schema.path("items"), nesting + 1);
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(MOST_ITEMS, schema.path("maxItems").asInt(MOST_ITEMS));
        if (least < 0 || most < least) {
            throw new ModelException(Code.USER, "a list of at least %d and at most %d".formatted(least, most));
        }
        @Nullable Grammar some = most == 0 ? null : Grammar.sequence(item, rest(item, least - 1, most - 1));
        return Grammar.sequence(Grammar.literal("["), Grammar.either(some, least > 0 ? null : Grammar.literal("]")));
    }

    /** After an item: the end, or a comma and more. */
    private static Grammar rest(Grammar item, int least, int most) {
        @Nullable Grammar more = most <= 0
                ? null
                : Grammar.sequence(
                        Grammar.literal(","),
                        Grammar.sequence(
                                Grammar.space(),
                                Grammar.sequence(item, new Grammar.Later(() -> rest(item, least - 1, most - 1)))));
        return Grammar.either(more, least > 0 ? null : Grammar.literal("]"));
    }
}
