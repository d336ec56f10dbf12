package warrant.orchestrator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import warrant.llm.Constraint;
import warrant.llm.Generation;
import warrant.llm.Message;
import warrant.llm.Sampling;

/**
 * What is asked for in a chat.
 *
 * @param model its name
 * @param told whether each token is told
 * @param alternatives of how many likeliest tokens besides
 * @param stream whether the answer is wanted piece by piece
 * @param usage whether the stream ends with counts
 */
public record ChatRequest(
        String model,
        List<Message> messages,
        Generation generation,
        boolean told,
        int alternatives,
        boolean stream,
        boolean usage) {
    private static final int TOKENS = 1024;
    private static final Duration MOST = Duration.ofMinutes(30);

    /** What would change the answer if it were left out of account, with the value that changes nothing. */
    private static final Set<String> NOT_SPOKEN =
            Set.of("tools", "functions", "frequency_penalty", "presence_penalty", "logit_bias", "audio", "modalities");

    public ChatRequest {
        messages = List.copyOf(messages);
    }

    /** @throws IllegalArgumentException if it is not understood or asks for what is not offered, saying what */
    public static ChatRequest of(JsonNode body) {
        for (String name : NOT_SPOKEN) {
            JsonNode value = body.path(name);
            if (!(value.isMissingNode() || value.isNull() || (value.isEmpty() && value.asDouble() == 0))) {
                throw new IllegalArgumentException("'" + name + "' is not offered by this server");
            }
        }
        if (body.path("n").asInt(1) != 1) {
            throw new IllegalArgumentException("'n' can only be 1");
        }
        int top = body.path("top_logprobs").asInt(0);
        boolean told = body.path("logprobs").asBoolean(false);
        Generation generation = Generation.greedy(constraint(body.path("response_format")), tokens(body))
                .with(sampling(body))
                .stoppedBy(stops(body.path("stop")))
                .telling(told ? (top == 0 ? 1 : top) : 0)
                .within(MOST);
        return new ChatRequest(
                body.path("model").asText(),
                messages(body.path("messages")),
                generation,
                told,
                top,
                body.path("stream").asBoolean(false),
                body.path("stream_options").path("include_usage").asBoolean(false));
    }

    private static int tokens(JsonNode body) {
        return body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(TOKENS));
    }

    private static List<Message> messages(JsonNode list) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : list) {
            messages.add(new Message(role(message.path("role").asText()), text(message.path("content"))));
        }
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("'messages' must be a list of at least one message");
        }
        return messages;
    }

    private static Message.Role role(String name) {
        return switch (name) {
            case "system", "developer" -> Message.Role.SYSTEM;
            case "user" -> Message.Role.USER;
            case "assistant" -> Message.Role.ASSISTANT;
            default ->
                throw new IllegalArgumentException(
                        "a message's 'role' can be system, developer, user or assistant, not '" + name + "'");
        };
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.asText();
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("type").asText().equals("text")) {
                throw new IllegalArgumentException("a message can hold text only, not " + part.path("type"));
            }
            text.append(part.path("text").asText());
        }
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a message's 'content' must be text");
        }
        return text.toString();
    }

    private static Sampling sampling(JsonNode body) {
        return new Sampling(
                number(body, "temperature", 1),
                body.path("top_k").asInt(0),
                number(body, "top_p", 1),
                number(body, "min_p", 0),
                number(body, "repetition_penalty", 1),
                body.path("seed").isIntegralNumber()
                        ? body.path("seed").asLong()
                        : ThreadLocalRandom.current().nextLong());
    }

    private static double number(JsonNode body, String name, double otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' must be a number, not " + value);
        }
        return value.asDouble();
    }

    private static List<String> stops(JsonNode stop) {
        List<String> stops = new ArrayList<>();
        if (stop.isTextual()) {
            stops.add(stop.asText());
        }
        stop.forEach(text -> stops.add(text.asText()));
        return stops;
    }

    private static Constraint constraint(JsonNode format) {
        String type = format.path("type").asText("text").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text" -> new Constraint.Free();
            case "json_schema" ->
                new Constraint.JsonSchema(
                        format.path("json_schema").path("schema").toString());
            default ->
                throw new IllegalArgumentException("'response_format' can be text or json_schema, not '" + type + "'");
        };
    }
}
