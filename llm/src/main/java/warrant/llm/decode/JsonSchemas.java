package warrant.llm.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Turns a JSON schema (draft 2020-12) into a grammar. Properties come in the order of the schema, without line breaks;
 * what a schema does not name, an object does not hold: all that comes out is valid, not all that is valid can come.
 */
final class JsonSchemas {
    private static final int MOST_NESTING = 64;
    private static final int MOST_ITEMS = 1000;
    private static final String ANYTHING = "anything";
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
            "anyOf",
            "$ref",
            "$defs",
            "definitions",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "title",
            "description",
            "default",
            "examples",
            "$comment",
            "$schema",
            "$id");

    private final JsonNode root;
    private final Rules rules = new Rules();

    private JsonSchemas(JsonNode root) {
        this.root = root;
    }

    /** @throws ModelException with code {@code USER} if it is no schema or uses what is not known here */
    static Grammar grammar(String schema) {
        try {
            JsonSchemas schemas = new JsonSchemas(JSON.readTree(schema));
            Grammar grammar = schemas.value(schemas.root, 0);
            schemas.rules.check();
            return grammar;
        } catch (JsonProcessingException failure) {
            throw new ModelException(Code.USER, "this is no JSON schema: " + failure.getOriginalMessage(), failure);
        }
    }

    private Grammar value(JsonNode schema, int nesting) {
        if (schema.isBoolean() && schema.asBoolean()) {
            return anything();
        }
        if (!schema.isObject() || nesting > MOST_NESTING) {
            throw new ModelException(Code.USER, "this is no JSON schema, or nested too deep: " + schema);
        }
        schema.fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                throw new ModelException(Code.USER, "the word " + key + " of a JSON schema is not understood here");
            }
        });
        if (schema.has("$ref")) {
            return reference(schema.get("$ref").asText(), nesting);
        }
        if (schema.has("const")) {
            return Grammar.literal(schema.get("const").toString());
        }
        List<Grammar> options = options(schema, nesting);
        if (options.isEmpty()) {
            throw new ModelException(Code.USER, "a JSON schema that allows nothing: " + schema);
        }
        return Grammar.anyOf(options);
    }

    private List<Grammar> options(JsonNode schema, int nesting) {
        if (schema.has("enum")) {
            return each(schema.get("enum"), value -> Grammar.literal(value.toString()));
        }
        if (schema.has("anyOf")) {
            if (schema.has("type") || schema.has("properties")) {
                throw new ModelException(
                        Code.USER, "anyOf beside type or properties is not understood here: " + schema);
            }
            return each(schema.get("anyOf"), option -> value(option, nesting + 1));
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return each(type, each -> typed(each.asText(), schema, nesting));
        }
        if (type.isMissingNode()) {
            String meant = schema.has("properties") ? "object" : schema.has("items") ? "array" : "";
            return List.of(meant.isEmpty() ? unlimited(schema) : typed(meant, schema, nesting));
        }
        return List.of(typed(type.asText(), schema, nesting));
    }

    private static List<Grammar> each(JsonNode list, java.util.function.Function<JsonNode, Grammar> make) {
        return StreamSupport.stream(list.spliterator(), false).map(make).toList();
    }

    private Grammar unlimited(JsonNode schema) {
        if (schema.has("pattern") || schema.has("minLength") || schema.has("minimum") || schema.has("maximum")) {
            throw new ModelException(Code.USER, "a JSON schema with limits needs a type: " + schema);
        }
        return anything();
    }

    /** Any JSON value, objects with any names. */
    private Grammar anything() {
        if (!rules.has(ANYTHING)) {
            Grammar self = rules.reference(ANYTHING);
            Grammar member = Grammar.sequence(List.of(JsonText.START, Grammar.literal(":"), Grammar.space(), self));
            rules.put(
                    ANYTHING,
                    Grammar.anyOf(List.of(
                            JsonText.START,
                            JsonNumber.start(false),
                            Grammar.literal("true"),
                            Grammar.literal("false"),
                            Grammar.literal("null"),
                            listed("{", Grammar.maybe(more(member, 1, MOST_ITEMS)), "}"),
                            listed("[", Grammar.maybe(more(self, 1, MOST_ITEMS)), "]"))));
        }
        return rules.reference(ANYTHING);
    }

    private Grammar reference(String pointer, int nesting) {
        JsonNode target = pointer.equals("#")
                ? root
                : pointer.startsWith("#/") ? root.at(pointer.substring(1)) : JSON.missingNode();
        if (target.isMissingNode()) {
            throw new ModelException(Code.USER, "a JSON schema refers to " + pointer + ", which it does not have");
        }
        if (!rules.has(pointer)) {
            // a place is taken first, since what it refers to may refer back to it
            rules.put(pointer, Grammar.Literal.END);
            rules.put(pointer, value(target, nesting + 1));
        }
        return rules.reference(pointer);
    }

    private Grammar typed(String type, JsonNode schema, int nesting) {
        return switch (type) {
            case "object" -> schema.has("properties") || denies(schema) ? object(schema, nesting) : anyObject();
            case "array" -> array(schema, nesting);
            case "string" -> string(schema);
            case "number" -> number(schema, false);
            case "integer" -> number(schema, true);
            case "boolean" -> Grammar.anyOf(List.of(Grammar.literal("true"), Grammar.literal("false")));
            case "null" -> Grammar.literal("null");
            default -> throw new ModelException(Code.USER, "a JSON schema needs a type that exists: " + schema);
        };
    }

    private static boolean denies(JsonNode schema) {
        JsonNode others = schema.path("additionalProperties");
        return others.isBoolean() && !others.asBoolean();
    }

    private Grammar anyObject() {
        Grammar member = Grammar.sequence(List.of(JsonText.START, Grammar.literal(":"), Grammar.space(), anything()));
        return listed("{", Grammar.maybe(more(member, 1, MOST_ITEMS)), "}");
    }

    private static Grammar listed(String open, Grammar inside, String close) {
        return Grammar.sequence(List.of(Grammar.literal(open), inside, Grammar.literal(close)));
    }

    /** So many, with commas between. */
    private static Grammar more(Grammar item, int least, int most) {
        Grammar next = Grammar.sequence(List.of(Grammar.literal(","), Grammar.space(), item));
        return Grammar.sequence(item, Grammar.repeat(next, least - 1, most - 1));
    }

    private static Grammar string(JsonNode schema) {
        boolean limited = schema.has("minLength") || schema.has("maxLength");
        if (!limited && !schema.has("pattern")) {
            return JsonText.START;
        }
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(-1);
        if (least < 0 || (most >= 0 && most < least)) {
            throw new ModelException(
                    Code.USER, "a string of at least %d and at most %d letters".formatted(least, most));
        }
        Grammar length = Grammar.repeat(JsonText.of(Letters.others(List.of())), least, most);
        if (!schema.has("pattern")) {
            return listed("\"", length, "\"");
        }
        Grammar pattern = Regex.grammar(schema.get("pattern").asText(), true, JsonText::of);
        return listed("\"", limited ? Living.both(pattern, length, schema.toString()) : pattern, "\"");
    }

    private static Grammar number(JsonNode schema, boolean whole) {
        NumberRange.Bound least = tighter(bound(schema, "minimum", false), bound(schema, "exclusiveMinimum", true), 1);
        NumberRange.Bound most = tighter(bound(schema, "maximum", false), bound(schema, "exclusiveMaximum", true), -1);
        if (least.value() == null && most.value() == null) {
            return JsonNumber.start(whole);
        }
        NumberRange range = new NumberRange("", whole, least, most);
        if (!range.possible()) {
            throw new ModelException(Code.USER, "a JSON schema that allows no number: " + schema);
        }
        return range;
    }

    private static NumberRange.Bound bound(JsonNode schema, String name, boolean open) {
        JsonNode number = schema.path(name);
        return number.isNumber()
                ? new NumberRange.Bound(new BigDecimal(number.asText()), open)
                : NumberRange.Bound.NONE;
    }

    private static NumberRange.Bound tighter(NumberRange.Bound shut, NumberRange.Bound open, int sign) {
        BigDecimal one = shut.value();
        BigDecimal other = open.value();
        return one == null || (other != null && other.compareTo(one) * sign >= 0) ? open : shut;
    }

    private Grammar object(JsonNode schema, int nesting) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<Map.Entry<String, JsonNode>> properties =
                new ArrayList<>(schema.path("properties").properties());
        properties.forEach(property -> required.remove(property.getKey()));
        if (!required.isEmpty()) {
            throw new ModelException(Code.USER, "a JSON schema requires " + required + " but does not describe it");
        }
        schema.path("required").forEach(name -> required.add(name.asText()));
        // after the properties from the last to the first: with one before it, and without
        Grammar after = Grammar.literal("}");
        Grammar first = after;
        for (Map.Entry<String, JsonNode> property : properties.reversed()) {
            Grammar name = Grammar.literal(JSON.getNodeFactory().textNode(property.getKey()) + ":");
            Grammar with =
                    Grammar.sequence(List.of(name, Grammar.space(), value(property.getValue(), nesting + 1), after));
            Grammar next = Grammar.sequence(List.of(Grammar.literal(","), Grammar.space(), with));
            boolean optional = !required.contains(property.getKey());
            first = optional ? Grammar.either(with, first) : with;
            after = optional ? Grammar.either(next, after) : next;
        }
        return Grammar.sequence(Grammar.literal("{"), first);
    }

    private Grammar array(JsonNode schema, int nesting) {
        Grammar item = schema.has("items") ? value(schema.get("items"), nesting + 1) : anything();
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(MOST_ITEMS, schema.path("maxItems").asInt(MOST_ITEMS));
        if (least < 0 || most < least) {
            throw new ModelException(Code.USER, "a list of at least %d and at most %d".formatted(least, most));
        }
        Grammar some = most == 0 ? Grammar.Literal.END : more(item, Math.max(1, least), most);
        return listed("[", least > 0 ? some : Grammar.maybe(some), "]");
    }
}
