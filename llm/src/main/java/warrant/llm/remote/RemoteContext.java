package warrant.llm.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import warrant.llm.Context;
import warrant.llm.Generation;
import warrant.llm.Message;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/** A text that goes to the server with each question about it. */
final class RemoteContext implements Context {
    /** The most that the protocol offers. */
    private static final int ALTERNATIVES = 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RemoteServer server;
    private final RemoteCalls calls;
    private final List<Message> before;
    private final String text;

    RemoteContext(RemoteServer server, RemoteCalls calls, List<Message> before, String text) {
        this.server = server;
        this.calls = calls;
        this.before = List.copyOf(before);
        this.text = text;
    }

    private ObjectNode asked(String question, String lead) {
        ObjectNode body = JSON.objectNode().put("model", server.model());
        ArrayNode messages = body.putArray("messages");
        before.forEach(message -> messages.addObject()
                .put("role", message.role().name().toLowerCase(Locale.ROOT))
                .put("content", message.text()));
        String joint = text.isEmpty() || question.isEmpty() ? "" : "\n\n";
        if (!(text + question).isEmpty()) {
            messages.addObject().put("role", "user").put("content", text + joint + question);
        }
        if (!lead.isEmpty()) {
            // servers that know these words go on where the lead ends; others answer after it
            messages.addObject().put("role", "assistant").put("content", lead);
            body.put("continue_final_message", true).put("add_generation_prompt", false);
        }
        return body;
    }

    /** Takes the first token's alternatives: the protocol tells no more. */
    @Override
    public List<double[]> choose(List<Question> questions) {
        return questions.stream().map(this::shares).toList();
    }

    private double[] shares(Question question) {
        ObjectNode body = asked(question.text(), question.lead())
                .put("max_tokens", 1)
                .put("temperature", 0)
                .put("logprobs", true)
                .put("top_logprobs", ALTERNATIVES);
        JsonNode first = choice(calls.post("chat/completions", body))
                .path("logprobs")
                .path("content")
                .path(0);
        JsonNode alternatives = first.path("top_logprobs");
        if (!alternatives.isArray() || alternatives.isEmpty()) {
            throw new ModelException(
                    Code.USER,
                    server + " tells no log-probabilities, which closed questions need. Maybe switch them on");
        }
        return Shares.of(question, alternatives);
    }

    /** Where the server echoes prompts with their log-probabilities. */
    @Override
    public List<List<Score>> score(List<Question> questions) {
        return questions.stream()
                .map(question -> question.options().stream()
                        .map(option -> score(question, option))
                        .toList())
                .toList();
    }

    private Score score(Question question, String option) {
        StringBuilder prompt = new StringBuilder();
        before.forEach(message -> prompt.append(message.text()).append("\n\n"));
        prompt.append(text).append("\n\n").append(question.text()).append('\n').append(question.lead());
        int begin = letters(prompt);
        ObjectNode body = JSON.objectNode()
                .put("model", server.model())
                .put("prompt", prompt.append(option).toString())
                .put("max_tokens", 1)
                .put("temperature", 0)
                .put("echo", true)
                .put("logprobs", 1);
        JsonNode told = choice(calls.post("completions", body)).path("logprobs");
        JsonNode offsets = told.path("text_offset");
        JsonNode numbers = told.path("token_logprobs");
        int end = letters(prompt);
        double sum = 0;
        int tokens = 0;
        for (int i = 0; i < offsets.size(); i++) {
            boolean inside = offsets.get(i).asInt() >= begin && offsets.get(i).asInt() < end;
            if (inside && numbers.path(i).isNumber()) {
                sum += numbers.get(i).asDouble();
                tokens++;
            }
        }
        if (tokens == 0) {
            throw new ModelException(
                    Code.USER,
                    server + " does not echo prompts with log-probabilities, so nothing can be scored there");
        }
        return new Score(sum, tokens);
    }

    /** Servers count code points, of which Java needs two chars for some. */
    private static int letters(StringBuilder text) {
        return text.codePointCount(0, text.length());
    }

    /** The whole answer is one piece. */
    @Override
    public Completion complete(String question, String lead, Generation how, Consumer<Piece> listener) {
        RemoteConstraint constraint = RemoteConstraint.of(how.constraint());
        ObjectNode body = asked(question, lead)
                .put("max_tokens", how.maxTokens())
                .put("temperature", how.sampling().temperature())
                .put("top_p", how.sampling().topP())
                .put("seed", how.sampling().seed());
        how.stops().forEach(stop -> body.withArray("stop").add(stop));
        if (how.alternatives() > 0) {
            body.put("logprobs", true).put("top_logprobs", how.alternatives());
        }
        constraint.addTo(body);
        JsonNode answer = calls.post("chat/completions", body);
        JsonNode choice = choice(answer);
        boolean cut = choice.path("finish_reason").asText().equals("length");
        String said = choice.path("message").path("content").asText("");
        String whole = cut ? said : constraint.read(server, said);
        List<Token> told = tokens(choice.path("logprobs").path("content"));
        double sum = told.stream().mapToDouble(Token::logProbability).sum();
        listener.accept(new Piece(whole, told));
        return new Completion(
                whole,
                sum,
                answer.path("usage").path("completion_tokens").asInt(told.size()),
                answer.path("usage").path("prompt_tokens").asInt(0),
                cut ? Ending.TOKENS : Ending.MODEL,
                told);
    }

    private static List<Token> tokens(JsonNode list) {
        List<Token> tokens = new ArrayList<>();
        list.forEach(each -> {
            List<Token> others = new ArrayList<>();
            each.path("top_logprobs").forEach(other -> others.add(token(other, List.of())));
            tokens.add(token(each, others));
        });
        return tokens;
    }

    private static Token token(JsonNode each, List<Token> others) {
        List<Integer> bytes = each.path("bytes").isArray()
                ? StreamSupport.stream(each.path("bytes").spliterator(), false)
                        .map(JsonNode::asInt)
                        .toList()
                : octets(each.path("token").asText());
        return new Token(bytes, each.path("logprob").asDouble(), others);
    }

    private static List<Integer> octets(String text) {
        List<Integer> octets = new ArrayList<>();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            octets.add(b & 0xFF);
        }
        return octets;
    }

    private JsonNode choice(JsonNode answer) {
        JsonNode choice = answer.path("choices").path(0);
        if (choice.isMissingNode()) {
            throw new ModelException(Code.UPSTREAM, server + " answered without a choice");
        }
        return choice;
    }

    /** Holds nothing. */
    @Override
    public void close() {
        // nothing is kept on the server
    }
}
