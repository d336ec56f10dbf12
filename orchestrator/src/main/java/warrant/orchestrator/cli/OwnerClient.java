package warrant.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import warrant.orchestrator.owner.OwnerFile;

/** Talks to the owner of a data folder. */
final class OwnerClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PING = Duration.ofSeconds(5);
    private static final int BAD = 400;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final OwnerFile file;

    OwnerClient(OwnerFile file) {
        this.file = file;
    }

    OwnerFile file() {
        return file;
    }

    boolean isAlive() {
        try {
            HttpRequest request = request("/v1/status").timeout(PING).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    String getText(String path) {
        return sendForText(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    /** @param to is written; a file that is there is replaced */
    void download(String path, Path to) {
        try {
            HttpResponse<byte[]> response = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() >= BAD) {
                throw failure(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
            }
            Files.write(to, response.body());
        } catch (IOException e) {
            throw new Failure(Failure.Who.UPSTREAM, "cannot fetch " + path + " into " + to + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    String postForText(String path, JsonNode body) {
        return sendForText(
                request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    JsonNode put(String path, Path content) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofFile(content)));
        } catch (IOException e) {
            throw new Failure(Failure.Who.USER, "cannot read " + content + ": " + e.getMessage(), e);
        }
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /** @return one event a line until the job ends */
    Iterator<JsonNode> events(String job) {
        HttpRequest request = request("/v1/jobs/" + job + "/events").build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            return response.body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> parse(line.substring("data:".length())))
                    .iterator();
        } catch (IOException e) {
            throw gone(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(file.base() + path)).header("Authorization", "Bearer " + file.token());
    }

    private static BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private JsonNode send(HttpRequest.Builder builder) {
        return parse(sendForText(builder));
    }

    private String sendForText(HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
            if (response.statusCode() >= BAD) {
                throw failure(response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw gone(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** @return the failure that a problem tells of */
    static Failure failure(int status, String body) {
        JsonNode problem;
        try {
            problem = Shell.JSON.readTree(body);
        } catch (IOException e) {
            return new Failure(Failure.Who.US, "the owner answered " + status + " without saying why", e);
        }
        return failure(problem, status);
    }

    static Failure failure(JsonNode problem, int status) {
        String detail = problem.path("detail").asText("the owner answered " + status + " without saying why");
        String code = problem.path("code").asText("US").toUpperCase(Locale.ROOT);
        Failure.Who who = switch (code) {
            case "USER" -> Failure.Who.USER;
            case "UPSTREAM" -> Failure.Who.UPSTREAM;
            case "LIMIT" -> Failure.Who.LIMIT;
            case "VERSION" -> Failure.Who.VERSION;
            default -> Failure.Who.US;
        };
        return new Failure(who, detail);
    }

    private static JsonNode parse(String text) {
        try {
            return text.isBlank() ? Shell.JSON.createObjectNode() : Shell.JSON.readTree(text);
        } catch (IOException e) {
            throw new Failure(Failure.Who.US, "the owner's answer is not JSON: " + e.getMessage(), e);
        }
    }

    private Failure gone(IOException e) {
        return new Failure(
                Failure.Who.UPSTREAM,
                "the owner at " + file.base() + " does not answer (" + e.getMessage()
                        + "); the same command will start a new one and go on where this one was",
                e);
    }

    private static Failure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Failure(Failure.Who.USER, "interrupted", e);
    }
}
