package warrant.orchestrator.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Ending;
import warrant.llm.Context.Piece;
import warrant.llm.Context.Token;

/**
 * An answer as JSON, whole or piece by piece.
 *
 * @param id of this answer
 * @param created when it was asked for
 * @param profile what the text depends on besides the request
 */
public record ChatAnswer(String id, Instant created, String profile, ChatRequest request) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @return the answer in one piece */
    public ObjectNode whole(Completion completion) {
        ObjectNode answer = envelope("chat.completion");
        ObjectNode choice = choice(answer, completion.told());
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", completion.text())
                .putNull("refusal");
        choice.put("finish_reason", reason(completion.ending()));
        usage(answer, completion);
        return answer;
    }

    /** @return what comes before the first piece: who speaks */
    public ObjectNode opening() {
        ObjectNode chunk = envelope("chat.completion.chunk");
        choice(chunk, List.of())
                .putNull("finish_reason")
                .putObject("delta")
                .put("role", "assistant")
                .put("content", "");
        return chunk;
    }

    public ObjectNode piece(Piece piece) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        choice(chunk, piece.tokens())
                .putNull("finish_reason")
                .putObject("delta")
                .put("content", piece.text());
        return chunk;
    }

    /** @return what comes after the last piece: why it ended */
    public ObjectNode closing(Completion completion) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        choice(chunk, List.of())
                .put("finish_reason", reason(completion.ending()))
                .putObject("delta");
        return chunk;
    }

    /** @return the counts, where they are wanted at the end of a stream */
    public ObjectNode counts(Completion completion) {
        ObjectNode chunk = envelope("chat.completion.chunk");
        chunk.putArray("choices");
        usage(chunk, completion);
        return chunk;
    }

    private ObjectNode envelope(String object) {
        return JSON.objectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created.getEpochSecond())
                .put("model", request.model())
                .put("system_fingerprint", profile);
    }

    private ObjectNode choice(ObjectNode answer, List<Token> tokens) {
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        if (request.told()) {
            ArrayNode content = choice.putObject("logprobs").putArray("content");
            for (Token token : tokens) {
                ObjectNode told = token(token);
                content.add(told);
                ArrayNode top = told.putArray("top_logprobs");
                token.alternatives().stream().limit(request.alternatives()).forEach(other -> top.add(token(other)));
            }
        } else {
            choice.putNull("logprobs");
        }
        return choice;
    }

    private static ObjectNode token(Token token) {
        byte[] utf8 = new byte[token.utf8().size()];
        ObjectNode node = JSON.objectNode();
        ArrayNode bytes = JSON.arrayNode();
        for (int i = 0; i < utf8.length; i++) {
            utf8[i] = token.utf8().get(i).byteValue();
            bytes.add(token.utf8().get(i));
        }
        node.put("token", new String(utf8, StandardCharsets.UTF_8)).put("logprob", token.logProbability());
        node.set("bytes", bytes);
        return node;
    }

    private static String reason(Ending ending) {
        return switch (ending) {
            case MODEL, STOP -> "stop";
            case TOKENS, TIME -> "length";
        };
    }

    private static void usage(ObjectNode answer, Completion completion) {
        answer.putObject("usage")
                .put("prompt_tokens", completion.prompt())
                .put("completion_tokens", completion.tokens())
                .put("total_tokens", completion.prompt() + completion.tokens());
    }
}
