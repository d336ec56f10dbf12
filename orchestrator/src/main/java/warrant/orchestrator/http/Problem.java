package warrant.orchestrator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import warrant.graph.StoreException;
import warrant.llm.ModelException;
import warrant.orchestrator.Stopped;
import warrant.orchestrator.matter.MatterException;
import warrant.orchestrator.owner.OwnerException;

/**
 * What went wrong, as RFC 9457 has it, with a code that says who must act.
 *
 * @param code USER, UPSTREAM, LIMIT, VERSION or US
 */
public record Problem(String type, String title, int status, String code, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Problem of(int status, String code, String detail) {
        return new Problem("about:blank", title(code), status, code, detail);
    }

    /** @return the problem that a failure is */
    public static Problem of(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return switch (failure) {
            case OwnerException known ->
                of(status(known.who().name()), known.who().name(), message);
            case MatterException known -> of(422, "USER", message);
            case IllegalArgumentException known -> of(400, "USER", message);
            case ModelException known ->
                of(status(known.code().name()), known.code().name(), message);
            case Stopped known -> of(413, "LIMIT", message);
            case StoreException known -> of(503, "UPSTREAM", message);
            case CompletionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> of(wrapper.getCause());
            case OutOfMemoryError known -> of(503, "LIMIT", "not enough memory: " + message);
            default -> of(500, "US", failure.getClass().getSimpleName() + ": " + message);
        };
    }

    static String json(int status, String code, String detail) {
        try {
            return JSON.writeValueAsString(of(status, code, detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain JSON", e);
        }
    }

    private static int status(String code) {
        return switch (code) {
            case "USER" -> 400;
            case "UPSTREAM" -> 503;
            case "LIMIT" -> 413;
            case "VERSION" -> 501;
            default -> 500;
        };
    }

    private static String title(String code) {
        return switch (code) {
            case "USER" -> "You must act";
            case "UPSTREAM" -> "A server, the disk or the network failed";
            case "LIMIT" -> "A limit was hit";
            case "VERSION" -> "Not in this version";
            default -> "A defect of Warrant";
        };
    }
}
