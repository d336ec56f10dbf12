package warrant.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service as clients of OpenAI's protocol use it, with the small model. */
class OpenAiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION = """
            {"model": "smollm2-135m", "seed": 3, "max_tokens": 12,
             "messages": [{"role": "user", "content": "What is the capital of France?"}]%s}""";

    @TempDir
    private static Path folder;

    private static Command warrant;
    private static String address = "";
    private static String token = "";

    @BeforeAll
    static void start() throws IOException {
        warrant = new Command(folder.resolve("data"), Map.of("WARRANT_MODEL", "smollm2-135m"));
        assertThat(warrant.run("models", "pull", "smollm2-135m").code()).isZero();
        JsonNode owner = JSON.readTree(folder.resolve("data/owner.json").toFile());
        address = "http://127.0.0.1:" + owner.path("port").asInt() + "/v1";
        token = owner.path("token").asText();
    }

    @AfterAll
    static void stop() {
        warrant.run("stop");
    }

    private static String send(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (!body.isEmpty()) {
            request.POST(BodyPublishers.ofString(body));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static JsonNode chat(String more) throws IOException, InterruptedException {
        return JSON.readTree(send("/chat/completions", QUESTION.formatted(more)));
    }

    @ParameterizedTest
    @CsvSource({"/chat/completions, ' '", "/chat/completions, []", "/embeddings, ' '", "/embeddings, {nonsense"})
    void a_request_without_a_body_that_can_be_read_is_the_client_s_mistake(String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body.strip());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/error/type").asText()).isEqualTo("invalid_request_error");
    }

    @Test
    void a_stream_is_the_whole_in_pieces() throws IOException, InterruptedException {
        JsonNode whole = chat("");
        String stream = send("/chat/completions", QUESTION.formatted(", \"stream\": true"));

        assertThat(whole.at("/usage/completion_tokens").asInt())
                .as(whole.toString())
                .isBetween(1, 12);
        assertThat(stream).endsWith("data: [DONE]\n\n");
        StringBuilder text = new StringBuilder();
        for (String line : stream.split("\n\n")) {
            if (line.startsWith("data: {")) {
                text.append(JSON.readTree(line.substring(6))
                        .at("/choices/0/delta/content")
                        .asText(""));
            }
        }
        assertThat(text.toString())
                .isEqualTo(whole.at("/choices/0/message/content").asText());
    }

    @Test
    void an_answer_obeys_its_schema_and_tells_its_tokens() throws IOException, InterruptedException {
        JsonNode answer = chat("""
                , "logprobs": true, "top_logprobs": 2, "response_format": {"type": "json_schema", "json_schema":
                  {"name": "a", "schema": {"type": "object", "required": ["yes"],
                    "properties": {"yes": {"type": "boolean"}}}}}""");

        assertThat(JSON.readTree(answer.at("/choices/0/message/content").asText())
                        .path("yes")
                        .isBoolean())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.at("/choices/0/logprobs/content/0/top_logprobs")).hasSize(2);
    }

    @Test
    void vectors_models_and_errors_have_their_form() throws IOException, InterruptedException {
        JsonNode vectors =
                JSON.readTree(send("/embeddings", "{\"model\": \"all-minilm-l6-v2\", \"input\": [\"a\", \"b\"]}"));
        JsonNode models = JSON.readTree(send("/models", ""));
        JsonNode refused = JSON.readTree(send("/chat/completions", "{\"model\": \"other\", \"messages\": []}"));

        for (String wrong : List.of(
                "\"input\": {\"text\": \"a\"}",
                "\"input\": \"a\", \"dimensions\": 3",
                "\"input\": \"a\", \"encoding_format\": \"hex\"")) {
            JsonNode no = JSON.readTree(send("/embeddings", "{\"model\": \"all-minilm-l6-v2\", " + wrong + "}"));
            assertThat(no.at("/error/code").asText()).as(wrong).isEqualTo("USER");
        }
        assertThat(vectors.at("/data/1/embedding")).as(vectors.toString()).hasSize(384);
        assertThat(models.path("data").findValuesAsText("id")).contains("smollm2-135m");
        assertThat(refused.at("/error/code").asText()).isEqualTo("USER");
    }

    @Test
    void the_official_client_can_talk_to_it() throws IOException, InterruptedException {
        Path library = folder.resolve("openai");
        Assumptions.assumeTrue(
                run(Map.of(), "python3", "-m", "pip", "install", "--quiet", "--target", library.toString(), "openai")
                        .startsWith("0 "),
                "skipped: pip cannot install the client");
        String script;
        try (var source = OpenAiTest.class.getResourceAsStream("/openai_client.py")) {
            script = new String(source == null ? new byte[0] : source.readAllBytes(), StandardCharsets.UTF_8);
        }

        String said = run(
                Map.of("PYTHONPATH", library.toString(), "ADDRESS", address, "TOKEN", token), "python3", "-c", script);

        assertThat(said).startsWith("0 ").contains("all well");
    }

    /** @return the exit code and what was printed */
    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String out = process.inputReader().lines().collect(Collectors.joining("\n"));
            return process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() + " " + out : "endless " + out;
        } catch (IOException noSuchProgram) {
            return "none " + noSuchProgram.getMessage();
        }
    }
}
