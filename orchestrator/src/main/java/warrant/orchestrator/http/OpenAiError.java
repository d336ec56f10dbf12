package warrant.orchestrator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import warrant.orchestrator.owner.OwnerException;
import warrant.orchestrator.owner.OwnerException.Who;

/** A problem in the form in which OpenAI's clients look for it, with the code of ours. */
record OpenAiError(Problem problem) {
    static OpenAiError of(Throwable failure) {
        return new OpenAiError(Problem.of(failure));
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
