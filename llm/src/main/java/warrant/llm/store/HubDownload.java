package warrant.llm.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Downloads a file by HTTP and goes on where it stopped. A network that refuses costs a few seconds at most. */
final class HubDownload {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Source.Hub hub;

    HubDownload(Source.Hub hub) {
        this.hub = hub;
    }

    void into(Path part, ModelEntry model, Fetching listener) throws IOException, InterruptedException {
        long got = Files.exists(part) ? Files.size(part) : 0;
        if (got > model.bytes()) {
            Files.delete(part);
            got = 0;
        }
        if (got == model.bytes()) {
            return;
        }
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(hub.url()))
                    .timeout(PATIENCE)
                    .header("Range", "bytes=" + got + "-")
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                switch (response.statusCode()) {
                    case 206 -> append(body, part, got, model, listener);
                    case 200 -> {
                        Files.deleteIfExists(part);
                        append(body, part, 0, model, listener);
                    }
                    default -> throw new IOException("the server answered " + response.statusCode());
                }
            }
        }
    }

    private static void append(InputStream body, Path part, long got, ModelEntry model, Fetching listener)
            throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = got;
        long told = 0;
        try (OutputStream out = Files.newOutputStream(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                done += n;
                if (done > model.bytes()) {
                    throw new IOException("the server sends more than the " + model.bytes() + " bytes of the file");
                }
                out.write(buffer, 0, n);
                if (done - told > (8 << 20)) {
                    told = done;
                    listener.progress("downloading", done, model.bytes());
                }
            }
        }
        if (done < model.bytes()) {
            throw new IOException("the connection ended after " + done + " of " + model.bytes() + " bytes");
        }
    }
}
