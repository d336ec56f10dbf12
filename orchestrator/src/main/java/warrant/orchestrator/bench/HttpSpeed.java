package warrant.orchestrator.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import warrant.orchestrator.bench.RuleSpeed.Figure;

/**
 * Measures a request as a client sees it. The bound is the JDK's bare HTTP server giving the same bytes: what there is
 * besides is the service's own work.
 *
 * @param requests timed one after the other, and again side by side
 */
public record HttpSpeed(int requests) {
    private static final int CLIENTS = 8;

    /**
     * @param path by which the figures are named
     * @param request asks once and gives the body
     */
    public List<Figure> of(String path, Supplier<String> request) {
        byte[] body = request.get().getBytes(StandardCharsets.UTF_8);
        double[] millis = Timing.millis(requests, i -> Objects.requireNonNull(request.get()));
        List<Figure> figures = new ArrayList<>(Timing.percentiles("one client", path, millis));
        figures.add(new Figure("one client", path + ", body", body.length / 1024.0, "KiB"));
        figures.add(new Figure(
                "one client", path + ", against a bare server", Timing.median(millis) / bare(body), "times"));
        figures.add(new Figure(CLIENTS + " clients", path, together(request), "requests/s"));
        return figures;
    }

    private double together(Supplier<String> request) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            double seconds = Timing.seconds(() -> {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < requests; i++) {
                    all.add(clients.submit(request::get));
                }
                all.forEach(HttpSpeed::done);
            });
            return requests / seconds;
        }
    }

    private static void done(Future<?> request) {
        try {
            request.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a request failed: " + e.getCause(), e);
        }
    }

    /** @return median milliseconds of a request that costs nothing but its way */
    private double bare(byte[] body) {
        try {
            // Without it the server waits for more to send, some 40 ms a request.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            try (HttpClient client = HttpClient.newHttpClient()) {
                URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
                HttpRequest request = HttpRequest.newBuilder(uri).build();
                return Timing.median(Timing.millis(requests, i -> send(client, request)));
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bare server did not start", e);
        }
    }

    private static void send(HttpClient client, HttpRequest request) {
        try {
            client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the bare server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
