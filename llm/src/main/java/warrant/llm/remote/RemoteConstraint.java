package warrant.llm.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import warrant.llm.Constraint;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;
import warrant.llm.decode.Acceptor;

/**
 * A constraint in the protocol's words, where it has some: JSON schemas. Sets of strings and expressions go into a
 * schema with one field and are taken out of it again. Whatever the server does with it, the answer is checked here; of
 * an answer that has a schema of its own only that it is JSON.
 *
 * @param schema what the server is asked to keep to
 * @param wrapped whether the answer is the one field of an object
 */
record RemoteConstraint(Constraint asked, Optional<ObjectNode> schema, boolean wrapped) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String FIELD = "answer";

    static RemoteConstraint of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.JsonSchema json -> new RemoteConstraint(constraint, Optional.of(parsed(json)), false);
            case Constraint.OneOf oneOf -> {
                ObjectNode field = JSON.createObjectNode();
                oneOf.strings().forEach(string -> field.withArray("enum").add(string));
                yield new RemoteConstraint(constraint, Optional.of(object(field)), true);
            }
            case Constraint.Matching matching -> {
                ObjectNode field = JSON.createObjectNode()
                        .put("type", "string")
                        .put("pattern", "^(?:" + matching.expression() + ")$");
                yield new RemoteConstraint(constraint, Optional.of(object(field)), true);
            }
            default -> new RemoteConstraint(constraint, Optional.empty(), false);
        };
    }

    private static ObjectNode parsed(Constraint.JsonSchema json) {
        try {
            if (JSON.readTree(json.schema()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException failure) {
            throw new ModelException(Code.USER, "this is no JSON schema: " + failure.getOriginalMessage(), failure);
        }
        throw new ModelException(Code.USER, "this is no JSON schema: " + json.schema());
    }

    private static ObjectNode object(ObjectNode field) {
        ObjectNode object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        object.putObject("properties").set(FIELD, field);
        object.putArray("required").add(FIELD);
        return object;
    }

    void addTo(ObjectNode body) {
        schema.ifPresent(keep -> body.putObject("response_format")
                .put("type", "json_schema")
                .putObject("json_schema")
                .put("name", FIELD)
                .put("strict", true)
                .set("schema", keep));
    }

    /** @throws ModelException with code {@code UPSTREAM} if the answer does not keep to the constraint */
    String read(RemoteServer server, String said) {
        String answer = wrapped ? unwrapped(server, said) : said;
        if (asked instanceof Constraint.Free || asked instanceof Constraint.JsonSchema) {
            return asked instanceof Constraint.JsonSchema ? json(server, answer) : answer;
        }
        Acceptor.@Nullable State at = Acceptor.of(asked, "").start();
        for (byte b : answer.strip().getBytes(StandardCharsets.UTF_8)) {
            at = at == null ? null : at.next(b & 0xFF);
        }
        if (at == null || !at.complete()) {
            throw refused(server, said);
        }
        return at.text().orElse(answer.strip());
    }

    private static String unwrapped(RemoteServer server, String said) {
        try {
            JsonNode field = JSON.readTree(said).path(FIELD);
            if (field.isTextual()) {
                return field.asText();
            }
        } catch (JsonProcessingException failure) {
            throw refused(server, said);
        }
        throw refused(server, said);
    }

    /** Servers write JSON with the white space that they like, so only that it is JSON is checked. */
    private static String json(RemoteServer server, String answer) {
        try {
            if (!JSON.readTree(answer).isMissingNode()) {
                return answer;
            }
        } catch (JsonProcessingException failure) {
            throw refused(server, answer);
        }
        throw refused(server, answer);
    }

    private static ModelException refused(RemoteServer server, String said) {
        return new ModelException(
                Code.UPSTREAM,
                server + " did not keep to what the answer may be: " + said.substring(0, Math.min(200, said.length())));
    }
}
