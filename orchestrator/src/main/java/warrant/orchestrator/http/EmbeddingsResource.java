package warrant.orchestrator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import warrant.orchestrator.owner.Owner;

/** Vectors of texts, asked for as OpenAI's clients do. */
@Path("/v1/embeddings")
@Blocking
public class EmbeddingsResource {
    private static final int MOST = 2048;
    private static final String FLOAT = "float";
    private static final String BASE64 = "base64";

    private final Owner owner;

    EmbeddingsResource(Owner owner) {
        this.owner = owner;
    }

    @POST
    @Operation(summary = "Vectors of length 1 of one or more texts, as OpenAI's embeddings")
    public Response embeddings(@Nullable String asked) {
        try {
            JsonNode body = OpenAiError.body(asked);
            OpenAiError.check(body.path("model").asText(), owner.settings().encoder());
            List<String> texts = texts(body.path("input"));
            String format = format(body.path("encoding_format").asText(FLOAT));
            int wanted = body.path("dimensions").asInt(owner.encoder().dimension());
            if (wanted != owner.encoder().dimension()) {
                throw new IllegalArgumentException(
                        "'dimensions' can only be " + owner.encoder().dimension());
            }
            List<float[]> vectors = owner.encoder().encode(texts);
            return Response.ok(answer(owner.settings().encoder(), vectors, format), MediaType.APPLICATION_JSON)
                    .build();
        } catch (RuntimeException failure) {
            return OpenAiError.of(failure).response();
        }
    }

    private static String format(String name) {
        if (!name.equals(FLOAT) && !name.equals(BASE64)) {
            throw new IllegalArgumentException("'encoding_format' can be float or base64");
        }
        return name;
    }

    private static List<String> texts(JsonNode input) {
        List<String> texts = new ArrayList<>();
        if (input.isTextual()) {
            texts.add(input.asText());
        }
        for (JsonNode text : input) {
            if (!text.isTextual() || !input.isArray()) {
                throw new IllegalArgumentException("'input' must be a text or a list of texts");
            }
            texts.add(text.asText());
        }
        if (texts.isEmpty() || texts.size() > MOST) {
            throw new IllegalArgumentException("'input' must be 1 to " + MOST + " texts, not " + texts.size());
        }
        return texts;
    }

    private static ObjectNode answer(String model, List<float[]> vectors, String format) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = answer.putArray("data");
        for (int i = 0; i < vectors.size(); i++) {
            ObjectNode entry = data.addObject().put("object", "embedding").put("index", i);
            if (format.equals(BASE64)) {
                entry.put("embedding", base64(vectors.get(i)));
            } else {
                ArrayNode numbers = entry.putArray("embedding");
                for (float number : vectors.get(i)) {
                    numbers.add(number);
                }
            }
        }
        // the encoder does not tell how many tokens it read
        answer.put("model", model).putObject("usage").put("prompt_tokens", 0).put("total_tokens", 0);
        return answer;
    }

    /** @return the numbers as little-endian F32 */
    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
