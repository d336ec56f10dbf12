package warrant.orchestrator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/** A problem in the form in which OpenAI's clients look for it, with the code of ours. */
record OpenAiError(Problem problem) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static OpenAiError of(Throwable failure) {
        return new OpenAiError(Problem.of(failure));
    }

    /**
     * @param body as it was sent; null where nothing was
     * @throws IllegalArgumentException if it is no JSON object
     */
    static JsonNode body(@Nullable String body) {
        try {
            JsonNode read = JSON.readTree(body == null ? "" : body);
            if (read.isObject()) {
                return read;
            }
            throw new IllegalArgumentException("the request's body must be a JSON object");
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(
                    "the request's body is no JSON: " + failure.getOriginalMessage(), failure);
        }
    }

    /** @throws OwnerException if another model is asked for than the one that is served */
    static void check(String wanted, String served) {
        if (!wanted.equals(served)) {
            throw new OwnerException(
                    Who.USER, "the model '" + wanted + "' is not served here. Maybe you mean '" + served + "'");
        }
    }

    ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("message", problem.detail())
                .put("type", problem.status() < 500 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .put("code", problem.code());
        return body;
    }

    Response response() {
        return Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(json())
                .build();
    }
}
