package warrant.llm.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import warrant.llm.ModelException;
import warrant.llm.ModelException.Code;

/**
 * Posts JSON to a server. What may pass by itself (a server that is busy or starts anew, a limit on the rate) is tried
 * again after a pause that grows, or that the server asks for. A server that goes on failing is left alone for a while.
 * Safe for many threads.
 */
final class RemoteCalls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_LETTERS = 300;

    private final RemoteServer server;
    private final HttpClient client;
    private final FailsafeExecutor<JsonNode> guarded;

    /**
     * How often and how long.
     *
     * @param tries of one call, the first included
     * @param pause before the second try; each later one is twice as long, up to {@code longest}
     * @param failures in a row after which the server is left alone
     * @param rest how long it is
     */
    record Patience(int tries, Duration pause, Duration longest, int failures, Duration rest) {
        static final Patience USUAL =
                new Patience(5, Duration.ofMillis(500), Duration.ofSeconds(20), 5, Duration.ofSeconds(30));
    }

    /** What a server answered that may pass. */
    private static final class Passing extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final long wait;

        Passing(int status, long wait, String message) {
            super(message);
            this.status = status;
            this.wait = wait;
        }
    }

    RemoteCalls(RemoteServer server, Patience patience) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        RetryPolicy<JsonNode> again = RetryPolicy.<JsonNode>builder()
                .handle(IOException.class)
                .withMaxAttempts(patience.tries())
                .withBackoff(patience.pause().toMillis(), patience.longest().toMillis(), ChronoUnit.MILLIS)
                .withJitter(0.2)
                .withDelayFnOn(context -> wanted(context.getLastException(), patience), Passing.class)
                .abortOn(CircuitBreakerOpenException.class)
                .build();
        CircuitBreaker<JsonNode> breaker = CircuitBreaker.<JsonNode>builder()
                .handleIf(
                        failure -> failure instanceof IOException && !(failure instanceof Passing p && p.status == 429))
                .withFailureThreshold(patience.failures())
                .withDelay(patience.rest())
                .build();
        this.guarded = Failsafe.with(again, breaker);
    }

    /** @return how long the server wants to be left alone; negative if it does not say */
    private static Duration wanted(Throwable failure, Patience patience) {
        long wait = failure instanceof Passing passing ? passing.wait : -1;
        return Duration.ofMillis(Math.min(wait, patience.longest().toMillis()));
    }

    /**
     * @return the server's answer
     * @throws ModelException with code {@code USER} if the server refuses what it is asked, {@code LIMIT} if it is
     *     asked too often or the caller is interrupted, {@code UPSTREAM} if it cannot be reached or fails
     */
    JsonNode post(String path, JsonNode body) {
        try {
            return guarded.get(() -> once(path, body));
        } catch (CircuitBreakerOpenException open) {
            throw new ModelException(
                    Code.UPSTREAM, server + " failed again and again and is left alone for a while", open);
        } catch (FailsafeException failure) {
            throw told(failure);
        }
    }

    private ModelException told(FailsafeException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new ModelException(Code.LIMIT, "interrupted while waiting for " + server, failure);
        }
        if (cause instanceof Passing passing) {
            Code code = passing.status == 429 ? Code.LIMIT : Code.UPSTREAM;
            return new ModelException(code, server + ": " + passing.getMessage(), failure);
        }
        if (cause instanceof HttpTimeoutException) {
            return new ModelException(
                    Code.UPSTREAM, "%s did not answer within %s".formatted(server, server.patience()), failure);
        }
        return new ModelException(Code.UPSTREAM, server + " cannot be reached: " + cause, failure);
    }

    private JsonNode once(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.path(path))
                .timeout(server.patience())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        int status = response.statusCode();
        if (status == 200) {
            return json(response.body());
        }
        String said = "the server answered " + status + message(response.body());
        boolean passes = status == 408 || status == 429 || status >= 500;
        if (passes) {
            OptionalLong wait = response.headers().firstValue("Retry-After").isPresent()
                    ? seconds(response.headers().firstValue("Retry-After").get())
                    : OptionalLong.empty();
            throw wait.isPresent() ? new Passing(status, wait.getAsLong() * 1000, said) : new Passing(status, -1, said);
        }
        String cure = status == 401 || status == 403
                ? ". Maybe its key is missing or wrong (WARRANT_API_KEY)"
                : status == 404 ? ". Maybe the address or the model's name is wrong" : "";
        throw new ModelException(Code.USER, server + ": " + said + cure);
    }

    private static OptionalLong seconds(String header) {
        return header.matches("[0-9]{1,6}") ? OptionalLong.of(Long.parseLong(header)) : OptionalLong.empty();
    }

    private JsonNode json(String body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new Passing(200, -1, "the server's answer is no JSON: " + failure.getOriginalMessage());
        }
    }

    /** Servers put what they have to say into {@code error.message}, or say it plainly. */
    private static String message(String body) {
        String text = body;
        try {
            JsonNode tree = JSON.readTree(body);
            text = tree.path("error")
                    .path("message")
                    .asText(tree.path("message").asText(body));
        } catch (JsonProcessingException plain) {
            text = body;
        }
        String shown = text.strip();
        return shown.isEmpty() ? "" : ": " + shown.substring(0, Math.min(MOST_LETTERS, shown.length()));
    }

    /** Ends all that is open. */
    @Override
    public void close() {
        client.close();
    }
}
