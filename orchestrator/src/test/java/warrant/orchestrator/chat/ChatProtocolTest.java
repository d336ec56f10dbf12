package warrant.orchestrator.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import warrant.llm.Constraint;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Ending;
import warrant.llm.Context.Piece;
import warrant.llm.Context.Token;
import warrant.llm.Message;
import warrant.llm.Sampling;

class ChatProtocolTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Who?\"}]";

    private static ChatRequest request(String more) throws JsonProcessingException {
        return ChatRequest.of(JSON.readTree(PLAIN + more + "}"));
    }

    @Test
    void a_full_request_is_understood() throws JsonProcessingException {
        ChatRequest request = ChatRequest.of(JSON.readTree("""
                {"model": "m", "messages": [
                   {"role": "developer", "content": "Be exact."},
                   {"role": "user", "content": [{"type": "text", "text": "Who"}, {"type": "text", "text": "?"}]},
                   {"role": "assistant", "content": "They."}],
                 "temperature": 0.5, "top_p": 0.9, "top_k": 40, "min_p": 0.05, "repetition_penalty": 1.1, "seed": 7,
                 "max_completion_tokens": 12, "stop": ["a", "b"], "logprobs": true, "top_logprobs": 3, "stream": true,
                 "stream_options": {"include_usage": true}, "tools": [], "presence_penalty": 0,
                 "response_format": {"type": "json_schema", "json_schema": {"schema": {"type": "boolean"}}}}"""));

        assertThat(request.messages())
                .containsExactly(
                        new Message(Message.Role.SYSTEM, "Be exact."),
                        new Message(Message.Role.USER, "Who?"),
                        new Message(Message.Role.ASSISTANT, "They."));
        assertThat(request.generation().sampling()).isEqualTo(new Sampling(0.5, 40, 0.9, 0.05, 1.1, 7));
        assertThat(request.generation().maxTokens()).isEqualTo(12);
        assertThat(request.generation().stops()).containsExactly("a", "b");
        assertThat(request.generation().alternatives()).isEqualTo(3);
        assertThat(request.generation().constraint()).isEqualTo(new Constraint.JsonSchema("{\"type\":\"boolean\"}"));
        assertThat(request.stream()).isTrue();
        assertThat(request.usage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"tools\":[{}]",
                ",\"presence_penalty\":0.5",
                ",\"n\":2",
                ",\"top_p\":0",
                ",\"temperature\":\"hot\"",
                ",\"max_tokens\":0",
                ",\"response_format\":{\"type\":\"xml\"}",
                ",\"messages\":[]",
                ",\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]",
                ",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]",
                ",\"logprobs\":true,\"top_logprobs\":21",
                ",\"logprobs\":true,\"top_logprobs\":-1",
                ",\"stop\":\"\""
            })
    void what_is_not_offered_is_refused(String more) {
        assertThatThrownBy(() -> request(more)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_answer_has_the_places_where_clients_look() throws JsonProcessingException {
        ChatRequest request = request(",\"logprobs\":true,\"top_logprobs\":1");
        ChatAnswer answer = new ChatAnswer("chatcmpl-1", Instant.ofEpochSecond(9), "profile", request);
        Token token = new Token(
                List.of(0xC3, 0xA9),
                -0.5,
                List.of(new Token(List.of('a' + 0), -0.1, List.of()), new Token(List.of(), -3, List.of())));
        Completion completion = new Completion("é", -0.5, 1, 4, Ending.TOKENS, List.of(token));

        JsonNode whole = answer.whole(completion);

        assertThat(whole.at("/choices/0/message/content").asText()).isEqualTo("é");
        assertThat(whole.at("/choices/0/finish_reason").asText()).isEqualTo("length");
        assertThat(whole.at("/choices/0/logprobs/content/0/token").asText()).isEqualTo("é");
        assertThat(whole.at("/choices/0/logprobs/content/0/bytes").toString()).isEqualTo("[195,169]");
        assertThat(whole.at("/choices/0/logprobs/content/0/top_logprobs")).hasSize(1);
        assertThat(whole.at("/usage/total_tokens").asInt()).isEqualTo(5);
        assertThat(whole.path("system_fingerprint").asText()).isEqualTo("profile");
        JsonNode piece = answer.piece(new Piece("é", List.of(token)));
        assertThat(piece.at("/choices/0/delta/content").asText()).isEqualTo("é");
        assertThat(piece.path("object").asText()).isEqualTo("chat.completion.chunk");
        assertThat(answer.closing(completion).at("/choices/0/finish_reason").asText())
                .isEqualTo("length");
        assertThat(answer.counts(completion).path("choices")).isEmpty();
    }
}
