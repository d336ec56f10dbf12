package warrant.llm.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import warrant.llm.Constraint;
import warrant.llm.Context;
import warrant.llm.Context.Completion;
import warrant.llm.Context.Ending;
import warrant.llm.Context.Question;
import warrant.llm.Generation;
import warrant.llm.Message;
import warrant.llm.ModelException;

/** Against a server on loopback that answers what a test puts before it. */
class RemoteModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RemoteCalls.Patience SHORT =
            new RemoteCalls.Patience(3, Duration.ofMillis(10), Duration.ofMillis(1500), 4, Duration.ofMillis(300));

    private record Answer(int status, Map<String, String> headers, String body, long delayMs) {
        static Answer of(String body) {
            return new Answer(200, Map.of(), body, 0);
        }

        static Answer status(int status, String body) {
            return new Answer(status, Map.of(), body, 0);
        }
    }

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private HttpServer http;

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            Answer answer;
            synchronized (answers) {
                times.add(System.nanoTime());
                paths.add(exchange.getRequestURI().getPath() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                bodies.add(JSON.readTree(exchange.getRequestBody()));
                answer = answers.size() > 1 ? answers.remove() : answers.element();
            }
            try {
                Thread.sleep(answer.delayMs());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private RemoteServer server() {
        return RemoteServer.of(
                "http://127.0.0.1:" + http.getAddress().getPort() + "/v1/#some-model", Optional.of("secret"));
    }

    private RemoteModel model() {
        return RemoteModel.open(server(), SHORT);
    }

    private static String said(String content) {
        return "{\"choices\":[{\"message\":{\"content\":" + JSON.valueToTree(content)
                + "},\"finish_reason\":\"stop\"}],\"usage\":{\"completion_tokens\":3}}";
    }

    private static String alternatives(String... tokensAndLogs) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < tokensAndLogs.length; i += 2) {
            list.append(i == 0 ? "" : ",")
                    .append("{\"token\":\"%s\",\"logprob\":%s}".formatted(tokensAndLogs[i], tokensAndLogs[i + 1]));
        }
        return "{\"choices\":[{\"logprobs\":{\"content\":[{\"token\":\"x\",\"logprob\":0,\"top_logprobs\":[" + list
                + "]}]}}]}";
    }

    @Test
    void closed_questions_are_answered_by_the_first_token_s_alternatives() {
        answers.add(Answer.of(alternatives("Yes", "-0.5", " yes", "-2", "No", "-1.5", "The", "-4")));
        try (RemoteModel model = model();
                Context context = model.read("Be exact.", "A text.")) {
            double[] shares = context.choose(List.of(Question.yesNo("Is it?"))).get(0);

            double yes = Math.exp(-0.5) + Math.exp(-2);
            assertThat(shares[0]).isCloseTo(yes / (yes + Math.exp(-1.5)), Offset.offset(1e-9));
            assertThat(shares[0] + shares[1]).isCloseTo(1, Offset.offset(1e-9));
        }
        assertThat(paths).containsExactly("/v1/chat/completions Bearer secret");
        assertThat(bodies.get(0).path("messages").path(0).path("role").asText()).isEqualTo("system");
        assertThat(bodies.get(0).path("messages").path(1).path("content").asText())
                .isEqualTo("A text.\n\nIs it?");
        assertThat(bodies.get(0).path("top_logprobs").asInt()).isEqualTo(20);
    }

    @Test
    void an_option_that_no_token_begins_is_no_likelier_than_the_least_likely_that_was_told() {
        answers.add(Answer.of(alternatives("Yes", "-0.1", "Maybe", "-3")));
        try (RemoteModel model = model();
                Context context = model.read("", "A text.")) {
            double[] shares = context.choose(List.of(Question.yesNo("Is it?"))).get(0);

            assertThat(shares[1]).isCloseTo(Math.exp(-3) / (Math.exp(-0.1) + Math.exp(-3)), Offset.offset(1e-9));
        }
    }

    @Test
    void options_that_begin_alike_and_servers_without_log_probabilities_are_told_of() {
        answers.add(Answer.of(alternatives("the", "-0.1")));
        answers.add(Answer.of(said("yes")));
        try (RemoteModel model = model();
                Context context = model.read("", "A text.")) {
            Question alike = new Question("Who?", "", List.of("the court", "the customer"));
            assertThatThrownBy(() -> context.choose(List.of(alike))).hasMessageContaining("begin alike");
            assertThatThrownBy(() -> context.choose(List.of(Question.yesNo("Is it?"))))
                    .hasMessageContaining("tells no log-probabilities");
        }
    }

    @Test
    void scores_are_summed_over_the_option_s_echoed_tokens() {
        String prompt = "A text 🙂.\n\nWho?\nIt is";
        int end = prompt.codePointCount(0, prompt.length());
        answers.add(Answer.of("{\"choices\":[{\"logprobs\":{\"text_offset\":[0,5,%d,%d,%d],\"token_logprobs\":"
                        .formatted(end, end + 4, end + 5)
                + "[null,-9,-1,-0.25,-7]}}]}"));
        try (RemoteModel model = model();
                Context context = model.read("", "A text 🙂.")) {
            var score = context.score(List.of(new Question("Who?", "It is", List.of(" Acme"))))
                    .get(0)
                    .get(0);
            assertThat(score.tokens()).isEqualTo(2);
            assertThat(score.logProbability()).isEqualTo(-1.25);
        }
        assertThat(bodies.get(0).path("prompt").asText()).isEqualTo(prompt + " Acme");
    }

    @Test
    void an_answer_by_a_schema_is_one_json_value_and_nothing_else() {
        Constraint schema = new Constraint.JsonSchema("{\"type\": \"boolean\"}");
        answers.add(Answer.of(said(" true\n")));
        answers.add(Answer.of(said("")));
        answers.add(Answer.of(said("true, I think")));
        try (RemoteModel model = model();
                Context context = model.read("", "A text.")) {
            assertThat(context.complete("Is it?", "", schema, 10).text()).contains("true");
            assertThatThrownBy(() -> context.complete("Is it?", "", schema, 10)).hasMessageContaining("did not keep");
            assertThatThrownBy(() -> context.complete("Is it?", "", schema, 10)).hasMessageContaining("did not keep");
        }
    }

    @Test
    void answers_keep_to_their_constraint_or_are_refused() {
        answers.add(Answer.of(said("{\"answer\":\"no\"}")));
        answers.add(Answer.of(said("{\"answer\":\"perhaps\"}")));
        answers.add(Answer.of(said("shall pay EUR 5")));
        answers.add(Answer.of(said("must pay")));
        answers.add(Answer.of(said("not json")));
        Constraint one = new Constraint.OneOf(List.of("yes", "no"));
        Constraint span = new Constraint.SpanOf("Acme shall pay EUR 5.", 4);
        try (RemoteModel model = model();
                Context context = model.read("", "Acme shall pay EUR 5.")) {
            Completion completion = context.complete("Is it?", "", one, 10);
            assertThat(completion.text()).isEqualTo("no");
            assertThat(completion.tokens()).isEqualTo(3);
            assertThatThrownBy(() -> context.complete("Is it?", "", one, 10)).hasMessageContaining("did not keep");
            assertThat(context.complete("What?", "", span, 10).text()).isEqualTo("shall pay EUR 5");
            assertThatThrownBy(() -> context.complete("What?", "", span, 10)).hasMessageContaining("did not keep");
            assertThatThrownBy(
                            () -> context.complete("What?", "", new Constraint.JsonSchema("{\"type\":\"object\"}"), 10))
                    .hasMessageContaining("did not keep");
        }
        assertThat(bodies.get(4)
                        .path("response_format")
                        .path("json_schema")
                        .path("schema")
                        .path("type")
                        .asText())
                .isEqualTo("object");
    }

    @Test
    void a_conversation_goes_as_it_is_and_an_answer_cut_short_says_so() {
        answers.add(
                Answer.of("{\"choices\":[{\"message\":{\"content\":\"Once\"},\"finish_reason\":\"length\",\"logprobs\":"
                        + "{\"content\":[{\"token\":\"Once\",\"bytes\":[79,110,99,101],\"logprob\":-0.5,"
                        + "\"top_logprobs\":"
                        + "[{\"token\":\"A\",\"logprob\":-2}]}]}}]}"));
        try (RemoteModel model = model();
                Context context = model.converse(List.of(
                        new Message(Message.Role.USER, "Hi"),
                        new Message(Message.Role.ASSISTANT, "Hello"),
                        new Message(Message.Role.USER, "A tale")))) {
            Completion completion = context.complete(
                    "",
                    "",
                    Generation.greedy(new Constraint.Free(), 1).telling(1).stoppedBy(List.of("x")),
                    piece -> {});

            assertThat(completion.ending()).isEqualTo(Ending.TOKENS);
            assertThat(completion.logProbability()).isEqualTo(-0.5);
            assertThat(completion.told().get(0).alternatives()).hasSize(1);
        }
        assertThat(bodies.get(0).path("messages").size()).isEqualTo(3);
        assertThat(bodies.get(0).path("messages").path(2).path("content").asText())
                .isEqualTo("A tale");
        assertThat(bodies.get(0).path("stop").path(0).asText()).isEqualTo("x");
    }

    @Test
    void what_may_pass_is_tried_again_after_a_growing_pause() {
        answers.add(Answer.status(503, "starting"));
        answers.add(Answer.of("no json"));
        answers.add(Answer.of(said("done")));
        try (RemoteModel model = model();
                Context context = model.read("", "x")) {
            assertThat(context.complete("?", "", new Constraint.Free(), 5).text())
                    .isEqualTo("done");
        }
        assertThat(times).hasSize(3);
    }

    @Test
    void the_pause_that_a_server_asks_for_is_kept() {
        answers.add(new Answer(429, Map.of("Retry-After", "1"), "slow down", 0));
        answers.add(Answer.of(said("done")));
        try (RemoteModel model = model();
                Context context = model.read("", "x")) {
            context.complete("?", "", new Constraint.Free(), 5);
        }
        assertThat((times.get(1) - times.get(0)) / 1e9).isGreaterThan(0.75);
    }

    @Test
    void what_the_server_refuses_is_not_tried_again() {
        answers.add(Answer.status(401, "{\"error\":{\"message\":\"bad key\"}}"));
        answers.add(Answer.status(400, "{\"error\":{\"message\":\"too long\"}}"));
        answers.add(Answer.status(429, "quota"));
        try (RemoteModel model = model();
                Context context = model.read("", "x")) {
            assertThatThrownBy(() -> context.complete("?", "", new Constraint.Free(), 5))
                    .hasMessageContaining("bad key")
                    .hasMessageContaining("WARRANT_API_KEY")
                    .matches(failure -> ((ModelException) failure).code() == ModelException.Code.USER);
            assertThatThrownBy(() -> context.complete("?", "", new Constraint.Free(), 5))
                    .hasMessageContaining("400: too long");
            assertThat(times).hasSize(2);
            assertThatThrownBy(() -> context.complete("?", "", new Constraint.Free(), 5))
                    .hasMessageContaining("quota")
                    .matches(failure -> ((ModelException) failure).code() == ModelException.Code.LIMIT);
            assertThat(times).hasSize(5);
        }
    }

    @Test
    void a_server_that_goes_on_failing_is_left_alone_for_a_while() throws InterruptedException {
        answers.add(Answer.status(500, "broken"));
        try (RemoteModel model = model();
                Context context = model.read("", "x")) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> context.complete("?", "", new Constraint.Free(), 5))
                        .isInstanceOf(ModelException.class);
            }
            int asked = times.size();
            assertThatThrownBy(() -> context.complete("?", "", new Constraint.Free(), 5))
                    .hasMessageContaining("left alone");
            assertThat(times).hasSize(asked);

            answers.clear();
            answers.add(Answer.of(said("well again")));
            Thread.sleep(350);
            assertThat(context.complete("?", "", new Constraint.Free(), 5).text())
                    .isEqualTo("well again");
        }
    }

    @Test
    void a_server_that_is_not_there_or_too_slow_is_named() {
        answers.add(new Answer(200, Map.of(), said("late"), 400));
        RemoteServer slow = new RemoteServer(server().base(), "some-model", Optional.empty(), Duration.ofMillis(100));
        RemoteCalls.Patience once =
                new RemoteCalls.Patience(1, Duration.ofMillis(10), Duration.ofMillis(20), 9, Duration.ofMillis(300));
        try (RemoteModel model = RemoteModel.open(slow, once)) {
            assertThatThrownBy(() -> model.read("", "x").complete("?", "", new Constraint.Free(), 5))
                    .hasMessageContaining("did not answer within");
        }
        RemoteServer gone = RemoteServer.of("http://127.0.0.1:1/v1#m", Optional.empty());
        try (RemoteModel model = RemoteModel.open(gone, once)) {
            assertThatThrownBy(() -> model.read("", "x").complete("?", "", new Constraint.Free(), 5))
                    .hasMessageContaining("m at http://127.0.0.1:1/v1 cannot be reached")
                    .matches(failure -> ((ModelException) failure).code() == ModelException.Code.UPSTREAM);
        }
        assertThatThrownBy(() -> RemoteServer.of("http://127.0.0.1:1/v1", Optional.empty()))
                .hasMessageContaining("names no model of a server");
    }

    @Test
    void vectors_come_in_the_order_of_the_texts_with_length_1() {
        answers.add(Answer.of("{\"data\":[{\"index\":0,\"embedding\":[1,0]}]}"));
        answers.add(Answer.of("{\"data\":[{\"index\":1,\"embedding\":[3,4]},{\"index\":0,\"embedding\":[0,2]}]}"));
        answers.add(Answer.of("{\"data\":[{\"index\":0,\"embedding\":[0,2]}]}"));
        try (RemoteEncoder encoder = RemoteEncoder.open(server(), SHORT)) {
            assertThat(encoder.dimension()).isEqualTo(2);
            List<float[]> vectors = encoder.encode(List.of("a", "b"));
            assertThat(vectors.get(0)).containsExactly(0f, 1f);
            assertThat(vectors.get(1)).containsExactly(0.6f, 0.8f);
            assertThatThrownBy(() -> encoder.encode(List.of("a", "b"))).hasMessageContaining("fewer vectors");
        }
    }

    @Test
    void a_conversation_goes_to_the_server_as_it_is_whoever_spoke_last() {
        answers.add(Answer.of(said("So be it.")));
        List<Message> messages = List.of(
                new Message(Message.Role.USER, "Shall it be?"), new Message(Message.Role.ASSISTANT, "Let it be so."));
        try (RemoteModel model = model();
                Context context = model.converse(messages)) {
            context.complete("", "", new Constraint.Free(), 5);
        }
        assertThat(bodies.get(0).path("messages").findValuesAsText("role")).containsExactly("user", "assistant");
        assertThat(bodies.get(0).path("messages").path(1).path("content").asText())
                .isEqualTo("Let it be so.");
    }
}
