package warrant.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import warrant.llm.ModelException;
import warrant.llm.weights.Digests;

class ModelStoreTest {
    @TempDir
    Path folder;

    private final byte[] bytes = new byte[100_000];
    private final List<String> ranges = new ArrayList<>();
    private byte[] served = bytes;
    private HttpServer hub;

    @BeforeEach
    void serve() throws IOException {
        new Random(7).nextBytes(bytes);
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/model", this::answer);
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range);
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.sendResponseHeaders(206, served.length - from);
        exchange.getResponseBody().write(served, from, served.length - from);
        exchange.close();
    }

    private ModelEntry model(Source... sources) {
        String hash = HexFormat.of().formatHex(Digests.sha256().digest(bytes));
        return new ModelEntry("m", "m.gguf", hash, bytes.length, 1, "Apache-2.0", "a test", List.of(sources));
    }

    private Source.Hub hub() {
        return new Source.Hub("http://localhost:" + hub.getAddress().getPort() + "/model");
    }

    @Test
    void a_file_is_fetched_once_and_verified() {
        ModelStore store = new ModelStore(folder, Optional.empty(), false);

        Path first = store.get(model(hub()), Fetching.SILENT);
        Path second = store.get(model(hub()), Fetching.SILENT);

        assertThat(first).hasBinaryContent(bytes).isEqualTo(second);
        assertThat(ranges).hasSize(1);
    }

    @Test
    void a_download_goes_on_where_it_stopped() throws IOException {
        Files.write(folder.resolve("m.gguf.part"), java.util.Arrays.copyOf(bytes, 40_000));

        Path file = new ModelStore(folder, Optional.empty(), false).get(model(hub()), Fetching.SILENT);

        assertThat(file).hasBinaryContent(bytes);
        assertThat(ranges).containsExactly("bytes=40000-");
    }

    @Test
    void wrong_bytes_are_refused_and_the_message_names_file_and_folder() {
        served = bytes.clone();
        served[5]++;

        assertThatThrownBy(() -> new ModelStore(folder, Optional.empty(), false).get(model(hub()), Fetching.SILENT))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("SHA-256")
                .hasMessageContaining("m.gguf")
                .hasMessageContaining(folder.toString());
        assertThat(folder.resolve("m.gguf")).doesNotExist();
    }

    @Test
    void the_next_source_is_tried_when_one_fails() {
        Source.Hub dead = new Source.Hub("http://localhost:1/model");

        Path file = new ModelStore(folder, Optional.empty(), false).get(model(dead, hub()), Fetching.SILENT);

        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void a_file_cut_short_after_it_was_verified_is_fetched_again() throws IOException {
        ModelStore store = new ModelStore(folder, Optional.empty(), false);
        Path file = store.get(model(hub()), Fetching.SILENT);
        Files.write(file, java.util.Arrays.copyOf(bytes, 99));

        assertThat(store.find(model(hub()))).isEmpty();
        assertThat(store.get(model(hub()), Fetching.SILENT)).hasBinaryContent(bytes);
    }

    @Test
    void a_file_of_the_users_is_taken_from_where_it_lies(@TempDir Path own) throws IOException {
        Files.write(own.resolve("m.gguf"), bytes);

        Path file = new ModelStore(folder, Optional.of(own), true).get(model(), Fetching.SILENT);

        assertThat(file).isEqualTo(own.resolve("m.gguf"));
    }

    @Test
    void without_a_network_the_message_says_which_file_to_put_where() {
        assertThatThrownBy(() -> new ModelStore(folder, Optional.empty(), true).get(model(hub()), Fetching.SILENT))
                .hasMessageContaining("--offline")
                .hasMessageContaining("Put the file m.gguf");
        assertThat(ranges).isEmpty();
    }
}
